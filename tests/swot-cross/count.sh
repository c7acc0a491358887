# Eighty crossed sheets out of a hat, in both forms and languages, counted again
# slowly by count.awk: what is filled, the sums and the means of quadrants and
# of factors, the order of crossings, the posture and what blocks.
sh ../seeds.sh swot-cross 80
