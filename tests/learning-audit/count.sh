# Means, spreads, counts and changes, counted again.
sh ../hat.sh learning-audit
