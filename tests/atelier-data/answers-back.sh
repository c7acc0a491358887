# The answers of an interview, with a list between paragraphs or without, come
# back from the data as the sheet has them.
cd "${work:?}" || exit 1
interview-sheet "${top:?}/tests/atelier-data/answers.in" >sheet.md || exit 1
atelier-data --to yaml "$top/tests/atelier-data/answers.in" >answers.yaml || exit 1
interview-sheet -l en answers.yaml | grep -v 'Language' >back.md
for line in '- one had the key.' 'The rest came later.' '#### And now?'; do
	grep -Fqx -e "$line" back.md || echo "lost: $line"
done
