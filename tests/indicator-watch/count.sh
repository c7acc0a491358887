# Changes, trends and ways to the target, counted again.
sh ../hat.sh indicator-watch
