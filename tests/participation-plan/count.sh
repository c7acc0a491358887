# The grid, the highest degrees and where they fall, counted again.
sh ../hat.sh participation-plan
