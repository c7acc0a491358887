# Sixty fields of forces out of a hat, in both forms and languages, counted
# again slowly by count.awk: the sums, the net, the ratio, leverage, exposure,
# and which actions come first.
sh ../seeds.sh force-field 60
