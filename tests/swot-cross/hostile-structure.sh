# The hostile sheet's report is built as the innocent one's, for both readers,
# and nothing in it is active.
# shellcheck disable=SC1091 # it is in the tree
. "${top:?}/tests/readers.sh"
for reader in cmark-gfm pandoc; do
	lacks $reader
done | grep . && exit 77
for reader in cmark-gfm pandoc; do
	for sheet in hostile innocent; do
		report=${work:?}/$sheet.md
		swot-cross $sheet.in >"$report"
		outline $reader "$report"
		sed 's/ .*//' "$report.$reader" >"$work/$sheet.outline"
		grep -c '<li>' "$report.$reader.html" >>"$work/$sheet.outline"
	done
	diff "$work/innocent.outline" "$work/hostile.outline"
	grep -n -i -e '<script' -e 'href="javascript' -e '<img' -e '<b>' \
		"$work/hostile.md.$reader.html"
done
# nor is it in readers that know no "\<"
! swot-cross hostile.in | grep -n -e '[^\\]{{' -e '[^\\]\[\[' -e '<[!/a-z]'
