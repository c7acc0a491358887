# All faults of all operands, in one run, and nothing else.
tmp=$(mktemp -d)
printf 'Votant;Eau;Gare\nAnn;x;;z\nBob;;;y\n' >"$tmp/a.csv"
printf 'Ville;Th\350me\n' >"$tmp/b.csv"
printf 'Votant;"Eau"x;Gare\nAnn;x;\n' >"$tmp/c.csv"
printf 'Ville;Rue\nici;l\303\240\n' >"$tmp/d.csv"
(cd "$tmp" && ballots-import a.csv b.csv c.csv d.csv none.csv .)
status=$?
rm -r "$tmp"
exit $status
