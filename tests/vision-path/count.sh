# Ninety visions out of a hat, counted again text by text by count.awk: what is
# between a reality and its vision, the path in time, and what several share.
seed=1
while [ $seed -le 90 ]; do
	awk -v seed=$seed -v make=1 -f count.awk >"${work:?}/hat"
	vision-path -l en "$work/hat" >"$work/hat.md" ||
		echo "seed $seed: status $?"
	awk -v seed=$seed -f count.awk | LC_ALL=C sort >"$work/counted"
	awk -F ' *[|] *' '/^### / { part = $0 }
	    !/^\|/ || /---/ { next }
	    part ~ /Shared/ && / Vision / { head = $2 == "Dimension" ? 2 : 1; next }
	    part ~ /Shared/ && head == 2 { print "shared|" $2 "|" $3 "|" $4 "|" $5 }
	    part ~ /Shared/ && head == 1 { print "shared||" $2 "|" $3 "|" $4 }
	    part ~ /Tension/ && /Gap/ { for (c = 1; c <= NF; c++) col[$c] = c; next }
	    part ~ /Tension/ { print "gap|" $2 "|" $col["Gap"] "|" $col["Steps"] }
	    part ~ /Path/ && match($0, /step [0-9]+/) { print substr($0, RSTART, RLENGTH) }' \
		"$work/hat.md" | LC_ALL=C sort >"$work/told"
	# of two that are as much alike, which one counts is not said
	grep -q '^tied' "$work/counted" || cmp -s "$work/counted" "$work/told" || {
		echo "seed $seed:"
		diff "$work/counted" "$work/told"
	}
	seed=$((seed + 1))
done
