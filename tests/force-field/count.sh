# Sixty fields of forces out of a hat, in both forms and languages, counted
# again slowly by count.awk: the sums, the net, the ratio, leverage, exposure,
# and which actions come first.
seed=1
while [ $seed -le 60 ]; do
	form=$((seed % 2)) french=$((seed / 2 % 2))
	awk -v seed=$seed -v make=1 -v form=$form -v french=$french \
		-f count.awk >"${work:?}/hat"
	force-field "${work:?}/hat" >"${work:?}/hat.md" ||
		echo "seed $seed: status $?"
	awk -v seed=$seed -v form=$form -v french=$french -f count.awk \
		"${work:?}/hat.md"
	seed=$((seed + 1))
done
