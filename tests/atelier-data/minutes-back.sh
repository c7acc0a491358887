# shellcheck disable=SC2154 # work and top come from tests/run
# Minutes come back from their data, whatever their headings are called: near to a
# key, a number and a key, a key of another tool, one that comes twice.
cd "$work" || exit 1
sheet=$top/tests/atelier-data/minutes.in
atelier-report <"$sheet" >minutes.given || exit 1
atelier-data --to yaml "$sheet" >minutes.yaml
atelier-report minutes.yaml | grep -v 'Langue' | diff minutes.given - && echo same
# and the data of the data are the same
atelier-data "$sheet" >minutes.json
atelier-data minutes.yaml | cmp - minutes.json && echo same
