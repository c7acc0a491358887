# Two sheets make one document; the second has an option more, in another order.
tmp=$(mktemp -d)
printf 'Votant;Eau;Gare\nAnn;x;\n' >"$tmp/a.csv"
printf 'Votant,Gare,Route,Eau\r\nBob,x,x,\r\nAnn,,,x' >"$tmp/b.csv"
(cd "$tmp" && ballots-import a.csv b.csv && ballots-import -c a.csv - <b.csv)
status=$?
rm -r "$tmp"
exit $status
