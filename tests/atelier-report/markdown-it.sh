# Where node and markdown-it are: the same headings and cells as cmark-gfm.
command -v node >/dev/null && command -v cmark-gfm >/dev/null || exit 0
cd "${work:?}" || exit 1
cat >read.js <<'END'
let make
try { make = require('markdown-it') } catch (e) { process.exit(3) }
const text = require('fs').readFileSync(0, 'utf8')
process.stdout.write(make({ html: false }).render(text))
END
node read.js </dev/null 2>/dev/null
[ $? -ne 3 ] || exit 0
for report in "${top:?}"/tests/atelier-report/*.out; do
	cmark-gfm -e table -t html "$report" |
		awk -f "${top:?}/tests/outline.awk" >cmark.outline
	node read.js <"$report" | awk -f "${top:?}/tests/outline.awk" >it.outline
	diff cmark.outline it.outline || echo "$report"
done
