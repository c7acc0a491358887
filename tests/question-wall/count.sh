# A hundred walls out of a hat, counted again pair by pair by count.awk: numbers,
# themes, what is chosen, and how many words two questions have in common.
seed=1
while [ $seed -le 100 ]; do
	awk -v seed=$seed -v make=1 -f count.awk >"${work:?}/hat"
	question-wall -l en "$work/hat" >"$work/hat.md" ||
		echo "seed $seed: status $?"
	awk -v seed=$seed -f count.awk | sed 's/|*$//' |
		LC_ALL=C sort >"$work/counted"
	awk -F ' *[|] *' '/^#/ { part = $0 }
	    /^- \*\*[0-9]/ { gsub(/^- \*\*/, ""); sub(/\*\* /, "|"); print }
	    part ~ /Questions/ && $2 ~ /^[0-9]/ { print $2 "|" $3 "|" $4 }
	    part ~ /Themes/ && $3 ~ /^[0-9]/ { print $2 "|" $3 "|" $4 }
	    part ~ /Selected/ && $2 ~ /^[0-9]/ { print "chosen|" $2 "|" $3 }
	    /words in common/ { sub(/^- /, ""); sub(/ of.*/, ""); print }' \
		"$work/hat.md" | sed 's/|*$//' | LC_ALL=C sort >"$work/told"
	cmp -s "$work/counted" "$work/told" || {
		echo "seed $seed:"
		diff "$work/counted" "$work/told"
	}
	seed=$((seed + 1))
done
