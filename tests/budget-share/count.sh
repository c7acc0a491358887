# Five hundred budgets out of a hat, by every method, counted again slowly by
# count.awk.
hats=${work:?}/budget-share-hat-
awk -v make="$hats" -f count.awk
for sheet in "$hats"*.yaml; do
	budget-share -l en "$sheet" >"${sheet%.yaml}.told" ||
		echo "$sheet: status $?"
done
awk -f count.awk "$hats"*.told
rm -f "$hats"*
