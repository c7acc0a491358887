# Some hundred processes out of a hat, in both languages and forms: what the
# reports say of them is what count.awk finds by the page alone.
folder=${work:?}/count
mkdir -p "$folder"
seed=5
for lang in fr en; do
	seed=$((seed + 1))
	awk -v seed=$seed -v count=60 -v lang=$lang -v folder="$folder" -f count.awk \
		>"$folder/$lang.want"
	for form in yaml md; do
		i=1
		while [ $i -le 60 ]; do
			echo "@ $lang$i"
			consent-round "$folder/$lang$i.$form"
			i=$((i + 1))
		done | awk '
			/^@ / { print; line = 0 }
			/^### / { line = 0; part = $2 }
			/^### (Décision|Decision)$/ { line = 1 }
			line == 1 && /^(Adopt|Non|Not)/ {
				if (!match($0, /version [0-9]+/))
					print "no"
				else if (!/^Adopt/)
					print "no"
				else
					print substr($0, RSTART, RLENGTH) \
						(/consensus/ ? ", consensus" : "")
				line = 0
			}
			/^### (Tours en bref|Rounds in brief)$/ { line = 2 }
			line == 2 && /^\| +[0-9]/ {
				gsub(/[| ]+/, " ")
				gsub(/^ | $/, "")
				print
			}' >"$folder/$lang.$form"
		cmp "$folder/$lang.want" "$folder/$lang.$form"
	done
done
grep -c '^version' "$folder/fr.want" "$folder/en.want" | sed 's/.*://'
