# Thirteen real budgets, as Pabulib (pabulib.org) has them: by votes they give
# what their towns say was selected. Wieliczka 2023, counted by equal shares
# with add1, gives its official thirty projects, with 315 for each voter; with the
# stop (302), with no completion and by votes what independent counts of the same
# file give.

# told SHEET SETTING...: how many are retained, for how much, by equal shares what
# each voter had, and the labels.
told()
{
	sheet=real/$1.md
	shift
	printf '%s\n' "$@" | budget-share -l en "$sheet" - | awk '
		/^### / { selected = /Selected/ }
		selected && /^\| +[0-9]/ {
			n++
			labels = labels " " $4
			sum = $0
			sub(/ *\|$/, "", sum)
			sub(/.*€/, "", sum)
		}
		/^Each voter had/ { sub(/, which add1 brought/, ""); gsub(/[€.]+$/, ""); sub(/^Each voter had/, "; each"); gsub(/€/, ""); each = $0 }
		END { print n + 0, "(" sum each "):" labels }'
}

for sheet in real/*.md; do
	name=$(basename "$sheet" .md)
	case $name in
	czesto* | gdansk* | krakow*) method='by points' ;;
	wieliczka*) method='equal shares' ;;
	*) method='by votes' ;;
	esac
	echo "$name, $method: $(told "$name" "method: $method")"
	sed -n 's/^selected: \(.*\) -->/\1/p' "$sheet" | tr ' ' '\n' >"${work:?}/selected"
	[ ! -s "$work/selected" ] ||
		told "$name" "method: $method" | sed 's/.*: //' | tr ' ' '\n' |
		sort -n | cmp - "$work/selected"
done

wieliczka()
{
	echo "wieliczka_2023, $*: $(told wieliczka_2023 "$@")"
}
wieliczka 'method: by votes'
wieliczka 'method: equal shares' 'completion: none'
wieliczka 'method: equal shares' 'completion: by votes'
wieliczka 'method: equal shares' 'completion: add1' 'exhaustive: yes'
wieliczka 'method: equal shares' 'completion: add1 then votes'

gdansk()
{
	echo "gdansk_2020_aniolki, $*: $(told gdansk_2020_aniolki "$@")"
}
gdansk 'method: equal shares' 'completion: none'
gdansk 'method: equal shares' 'completion: add1'

echo "warszawa_2017_marysin-polnocny, stop: $(told warszawa_2017_marysin-polnocny 'method: by votes' 'stop: yes')"
