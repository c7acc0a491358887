# Counts and ballots are not one import.
tmp=$(mktemp -d)
printf 'Votant;Eau;Gare\nAnn;x;\n' >"$tmp/a.csv"
printf 'id;title/fr;budget_amount;confirmed_votes\n1;Eau;12;4\n2;Gare;13;-1\n3;;14;5\n' >"$tmp/b.csv"
(cd "$tmp" && ballots-import a.csv b.csv)
status=$?
rm -r "$tmp"
exit $status
