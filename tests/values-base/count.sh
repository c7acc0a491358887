# Eighty groups out of a hat, in both forms and languages, counted again slowly
# by count.awk: how many hold each value once synonyms are merged, its mean
# rank, its rank, and what is retained.
sh ../seeds.sh values-base 80
