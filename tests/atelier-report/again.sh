# Proceedings are read again, as they are or with a chapter more.
cd "${work:?}" || exit 1
atelier-report <"${top:?}/tests/atelier-report/proceedings.in" >again.md || exit 1

# a document behind them, as an operand or in the same stream
printf '# Une table\n\n- **Date :** 18 octobre 2025\n\n## Notes\n\nrien\n' >more.md
atelier-report again.md more.md >operand.md
cat again.md more.md | atelier-report | cmp - operand.md

# a section that somebody typed at their end
printf '\n## Une table\n\n- **Date :** 18 octobre 2025\n\n### Notes\n\nrien\n' |
	cat again.md - | atelier-report | cmp - operand.md
diff again.md operand.md | sed 's/ $//'

# two proceedings are one; the first has the title
atelier-report -t Autres more.md more.md >others.md
atelier-report again.md others.md | grep '^# \|^[0-9]*\. '
