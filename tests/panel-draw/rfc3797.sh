# RFC 3797, section 6: ten of twenty-five, from three sources, and the digests
# that it prints.
cd "${work:?}" || exit 1
{
	printf 'size: 10\npeople:\n'
	i=1
	while [ $i -le 25 ]; do echo "  - {id: $i}"; i=$((i + 1)); done
	printf 'sources: [9319, 2 5 12 8 10, 9 18 26 34 41 45]\n'
} >pool.yaml
panel-draw -l en --rfc3797 pool.yaml >report.md || cat report.md
sed -n '/^### Panel drawn/,/^### Rep/s/^- //p; s/.*Key of the draw:\*\* //p; s/.*Digest of the key:\*\* //p' report.md | paste -s -d ' '
panel-draw report.md | cmp - report.md
panel-draw report.md pool.yaml | cmp - report.md
