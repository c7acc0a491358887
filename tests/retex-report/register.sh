# The actions of the lessons reach the register of the proceedings that the
# report is a chapter of.
cd "${work:?}" || exit 1
retex-report "${top:?}/examples/09-retex-report.yaml" >retex.md || exit 1
printf '# Conclusion\n\n## Points clés\n\n- On ouvre quand même en février.\n' >end.md
atelier-report --today 2026-02-10 retex.md end.md |
	sed -n '/^## Registre des actions/,/^## Registre des points/p'
