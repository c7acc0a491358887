# Nothing of any input is missing from proceedings: each word of all the inputs
# stands in the output, but for times and dates, which are written anew, a box
# that says that an action is done, and a synonym of a key.
cd "${work:?}" || exit 1
set -- "${top:?}"/examples/0[1-6]-*.md
words()
{
	sed 's/\xe2\x80\xaf/ /g' "$@" | tr -cs '[:alnum:]\200-\377' '\n' | sort -u
}
words "$@" >words.in
atelier-report "$@" >lost.md || exit 1
words lost.md >words.out
comm -23 words.in words.out | grep -vx -e '[0-9h]*' -e x -e Animatrice

# and every line that is copied stands as it was, but for headings
for file in "${top:?}"/examples/*-programme.md "${top:?}"/examples/*-gare.md \
	"${top:?}"/examples/*-conclusion.md "${top:?}"/examples/0[1-5]-*.md; do
	grep '^[^#]' "$file" | grep -vxF -f lost.md | sed "s,^,${file##*/}: ,"
done
exit 0
