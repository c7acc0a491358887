# Sixty registers out of a hat, counted again day by day by count.awk: ends,
# terms that renew themselves, states, what is due, and who has how many.
seed=1
while [ $seed -le 60 ]; do
	awk -v seed=$seed -v make=1 -f count.awk >"${work:?}/hat"
	today=$(sed -n '1s/.*today \([0-9-]*\).*/\1/p' "$work/hat")
	pact-register -l en --today "$today" "$work/hat" >"$work/hat.md" ||
		echo "seed $seed: status $?"
	awk -v seed=$seed -f count.awk | LC_ALL=C sort >"$work/counted"
	awk -F ' *[|] *' '/^#/ { part = $0 }
	    /^\| (Active|Still|Expired|Reports)/ { print $2 "|" $3 }
	    part ~ /^### By (party|year)/ && $3 ~ /^[0-9]/ { print $2 "|" $3 }
	    part ~ /^### Calendar/ && $3 ~ /^[0-9]/ {
		print $2 "|" $3 "|" $4 "|" $5
	    }' "$work/hat.md" | LC_ALL=C sort >"$work/told"
	cmp -s "$work/counted" "$work/told" || {
		echo "seed $seed:"
		diff "$work/counted" "$work/told"
	}
	seed=$((seed + 1))
done
