# The contents lead to headings of the chapters, in order, where pandoc finds
# addresses by the rule that Gitea has as well.
# shellcheck disable=SC1091 # it is in the tree
. "${top:?}/tests/readers.sh"
lacks pandoc | grep . && exit 77
mkdir -p "${work:?}/links" && cd "$work/links" || exit 1
"$top/examples/actes" --contents gitea >gitea.md || exit 1
outline pandoc gitea.md
sed -n 's/^#\([^ ]*\) .*/\1/p' gitea.md.pandoc >wanted
grep -c . wanted | grep -vx 11
grep -o '<h2 *id="[^"]*"' gitea.md.pandoc.html | sed 's/.*id="//; s/"//' |
	grep -xF -f wanted | diff wanted -
