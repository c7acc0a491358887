# A hundred interviews out of a hat, counted again word by word by count.awk: the
# order of a career, where a quote stands, and how long the answers are.
seed=1
while [ $seed -le 100 ]; do
	awk -v seed=$seed -v make=1 -f count.awk >"${work:?}/hat"
	interview-sheet -l en "$work/hat" >"$work/hat.md" ||
		echo "seed $seed: status $?"
	awk -v seed=$seed -f count.awk >"$work/counted"
	awk -F ' *[|] *' '/^###? / { part = $0 }
	    part ~ /Career/ && /^- / {
		gsub(/^- \*\*/, ""); sub(/:?\*\* /, "|"); print
	    }
	    part ~ /Quotes/ && /^\|/ && !/---|Exchange/ { print $2 "|" $3 }
	    part ~ /Quotes/ && /^- / { sub(/^- /, "|"); print }
	    part ~ /Length/ && $2 ~ /^[0-9]/ { print $2 "|" $3 "|" $4 }
	    /^- \*\*Words/ { gsub(/- \*\*|:\*\*/, ""); sub(/ /, "|"); print }' \
		"$work/hat.md" >"$work/told"
	cmp -s "$work/counted" "$work/told" || {
		echo "seed $seed:"
		diff "$work/counted" "$work/told"
	}
	seed=$((seed + 1))
done
