# The order of what happened, delays, the first response and lessons, counted
# again.
sh ../hat.sh retex-report
