# A hundred programmes out of a hat, counted again minute by minute by
# count.awk: what follows from what is given, days, types, gaps and long work.
seed=1
while [ $seed -le 100 ]; do
	awk -v seed=$seed -v make=1 -f count.awk >"${work:?}/hat"
	programme-plan -l en "$work/hat" >"$work/hat.md" ||
		echo "seed $seed: status $?"
	awk -v seed=$seed -f count.awk | sed 's/|*$//' | LC_ALL=C sort >"$work/counted"
	awk '/^### /{ part = $2 $3 }
	    part ~ /^By/ && /^\|/ && !/---/ && !/Duration/ {
		gsub(/ *\| */, "|"); gsub(/^\||\|+$/, ""); print
	    }
	    /without a break$|nothing is planned$/' "$work/hat.md" |
		LC_ALL=C sort >"$work/told"
	cmp -s "$work/counted" "$work/told" || {
		echo "seed $seed:"
		diff "$work/counted" "$work/told"
	}
	seed=$((seed + 1))
done
