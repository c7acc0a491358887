# The hostile sheet's report is built as the innocent one's, for both readers,
# and nothing in it is active.
: "${top:?}" "${work:?}"
for reader in 'cmark-gfm -e table -e strikethrough -e tasklist -e autolink' \
	'pandoc -f gfm -t html --wrap=none'; do
	command -v "${reader%% *}" >/dev/null || continue
	for sheet in hostile innocent; do
		swot-cross $sheet.in | $reader >"$work/$sheet.html"
		awk -f "$top/tests/outline.awk" "$work/$sheet.html" |
			sed 's/ .*//' >"$work/$sheet.outline"
		grep -c '<li>' "$work/$sheet.html" >>"$work/$sheet.outline"
	done
	diff "$work/innocent.outline" "$work/hostile.outline"
	grep -n -i -e '<script' -e 'href="javascript' -e '<img' -e '<b>' \
		"$work/hostile.html"
done
swot-cross hostile.in | grep -n -e '[^\\]{{' -e '[^\\]\[\[' -e '<!--'
