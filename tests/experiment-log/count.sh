# Thresholds, days, costs and states, counted again.
sh ../hat.sh experiment-log
