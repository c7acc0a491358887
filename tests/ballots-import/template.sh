# The sheet that it prints, it reads.
for lang in fr en; do
	ballots-import -T -l $lang
	ballots-import -T -l $lang | ballots-import -l $lang
	ballots-import --template=markdown -l $lang | ballots-import --to yaml
done
