# Sixty plans out of a hat, counted again slowly by count.awk: the days of each
# task, its float, what a slip moves, and loads day by day.
seed=1
while [ $seed -le 60 ]; do
	awk -v seed=$seed -v make=1 -f count.awk >"${work:?}/plan.yaml"
	slip=$(sed -n 's/^# slip //p' "$work/plan.yaml")
	road-map -l en --slip "$slip" "$work/plan.yaml" >"$work/plan.md" ||
		echo "seed $seed: status $?"
	awk -v seed=$seed -f count.awk "$work/plan.md"
	seed=$((seed + 1))
done
