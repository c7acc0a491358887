# Nothing of any input is missing from proceedings: each line of text of all
# the inputs that are well-formed, word by word, stands in the output.
cd "$work" || exit 1
set -- "$top"/examples/0[1-6]-*.md
cat "$@" | tr -cs '[:alnum:]\200-\377' '\n' | sort -u >words.in
atelier-report "$@" >lost.md || exit 1
tr -cs '[:alnum:]\200-\377' '\n' <lost.md | sort -u >words.out
comm -23 words.in words.out

# and every line that is copied, as it is
for file; do
	grep '^[^#|-]' "$file" | grep -vxF -f lost.md | sed "s,^,${file##*/}: ,"
done >lines
grep -v '06-atelier-report-[0-9]' lines
exit 0
