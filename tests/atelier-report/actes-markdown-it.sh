# markdown-it reads proceedings as cmark-gfm does: those of the examples, and
# those that the cases expect.
# shellcheck disable=SC1091 # it is in the tree
. "${top:?}/tests/readers.sh"
for reader in cmark-gfm markdown-it; do
	lacks $reader
done | grep . && exit 77
mkdir -p "${work:?}/actes" && cd "$work/actes" || exit 1
for rule in none list links gitlab gitea wikijs; do
	"$top/examples/actes" --numbered --contents $rule >$rule.md || exit 1
done
cp "$top"/tests/atelier-report/proceedings*.out .
for file in *.md *.out; do
	outline cmark-gfm "$file"
	outline markdown-it "$file"
	diff "$file.cmark-gfm" "$file.markdown-it" || echo "$file"
	case $file in
	li*s.md | g*.md | w*.md)
		grep -c '^#' "$file.cmark-gfm" | grep -vx 11
		;;
	esac
done
exit 0
