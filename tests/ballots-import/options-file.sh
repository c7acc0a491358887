# Options whose texts hold what parts others, told in a file; one more is told.
tmp=$(mktemp -d)
printf 'Quai\nPr\303\251au\nPr\303\251au, couvert\nSerre; froide\n' >"$tmp/options"
printf 'Horodateur,Quels lieux ?\n1,"Pr\303\251au, couvert, Quai"\n2,"Serre; froide"\n3,"Quai, Cave"\n' \
	>"$tmp/form.csv"
(cd "$tmp" && ballots-import --options-file options form.csv &&
	ballots-import --options-file none form.csv
	ballots-import -c --options-file options form.csv)
status=$?
rm -r "$tmp"
exit $status
