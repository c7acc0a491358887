# Eighty groups out of a hat, in both forms and languages, counted again slowly
# by count.awk: how many hold each value once synonyms are merged, its mean
# rank, its rank, and what is retained.
seed=1
while [ $seed -le 80 ]; do
	form=$((seed % 2)) french=$((seed / 2 % 2))
	awk -v seed=$seed -v make=1 -v form=$form -v french=$french \
		-f count.awk >"${work:?}/hat"
	values-base "${work:?}/hat" >"${work:?}/hat.md" ||
		echo "seed $seed: status $?"
	awk -v seed=$seed -v form=$form -v french=$french -f count.awk \
		"${work:?}/hat.md"
	seed=$((seed + 1))
done
