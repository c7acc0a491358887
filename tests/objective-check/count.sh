# The letters and the scores, judged again.
sh ../hat.sh objective-check --today 2027-01-01
