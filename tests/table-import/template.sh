# The sheet that it prints, it reads.
for lang in fr en; do
	table-import -T -l $lang
	table-import -T -l $lang | table-import -l $lang
done
