# A hundred elections out of a hat, whose rounds count.awk counts once more.
seed=1
while [ $seed -le 100 ]; do
	awk -v seed=$seed -f hat.awk | vote-rank -l en >"${work:?}/hat.md" ||
		echo "seed $seed: status $?"
	awk -f count.awk "$work/hat.md"
	seed=$((seed + 1))
done
