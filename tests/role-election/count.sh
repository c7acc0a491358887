# Some hundred elections out of a hat, in both forms: what the reports say of
# them is what count.awk finds by the page alone.
folder=${work:?}/count
mkdir -p "$folder"
awk -v seed=11 -v count=60 -v folder="$folder" -f count.awk >"$folder/want"
for form in yaml md; do
	i=1
	while [ $i -le 60 ]; do
		echo "@ $i"
		role-election --lang en "$folder/$i.$form"
		i=$((i + 1))
	done | awk '
		/^@ / { print }
		/^Nobody is chosen/ { print "nobody" }
		match($0, / is chosen by /) {
			who = substr($0, 1, RSTART - 1)
			sub(/.*, until /, "")
			sub(/\.$/, "")
			print who " until " $0
		}
		/^### / { named = /^### Who was named/ }
		named && /^\| [A-Z][a-z]+ Lane / {
			gsub(/[| ]+/, " ")
			split($0, cell, " ")
			print cell[1] " " cell[2] " " cell[3] " " cell[4]
		}' >"$folder/$form"
	cmp "$folder/want" "$folder/$form"
done
grep -c until "$folder/want"
