# The actions of a force field, the most leverage first, reach the register of
# the proceedings that it is a chapter of.
cd "${work:?}" || exit 1
force-field "${top:?}/examples/07-force-field.yaml" >force.md || exit 1
printf '# Conclusion\n\n## Points clés\n\n- On ouvre en février.\n' >end.md
atelier-report force.md end.md |
	sed -n '/^## Registre des actions/,/^## Registre des points/p'
