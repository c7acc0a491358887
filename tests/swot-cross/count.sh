# Eighty crossed sheets out of a hat, in both forms and languages, counted again
# slowly by count.awk: what is filled, the sums and the means of quadrants and
# of factors, the order of crossings, the posture and what blocks.
seed=1
while [ $seed -le 80 ]; do
	form=$((seed % 2)) french=$((seed / 2 % 2))
	awk -v seed=$seed -v make=1 -v form=$form -v french=$french \
		-f count.awk >"${work:?}/hat"
	swot-cross "${work:?}/hat" >"${work:?}/hat.md" ||
		echo "seed $seed: status $?"
	awk -v seed=$seed -v form=$form -v french=$french -f count.awk \
		"${work:?}/hat.md"
	seed=$((seed + 1))
done
