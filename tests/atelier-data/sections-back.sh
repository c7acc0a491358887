# shellcheck disable=SC2154 # work and top come from tests/run
# Sections that are nobody's come back from the data: paragraphs, lists, tables,
# sections in sections, an empty one, and the pairs under the title.
cd "$work" || exit 1
sheet=$top/tests/atelier-data/sections.in
atelier-report <"$sheet" >sections.given || exit 1
atelier-data --to yaml "$sheet" >sections.yaml
atelier-report sections.yaml | grep -v 'Langue' | diff sections.given - && echo same
# and the data of the data are the same
atelier-data "$sheet" >sections.json
atelier-data sections.yaml | cmp - sections.json && echo same
