# The steps of a path, in order of time, reach the register of the proceedings
# that it is a chapter of.
cd "${work:?}" || exit 1
vision-path "${top:?}/examples/10-vision-path.yaml" >path.md || exit 1
printf '# Conclusion\n\n## Points clés\n\n- On ouvre en février.\n' >end.md
atelier-report path.md end.md |
	sed -n '/^## Registre des actions/,/^## Registre des points/p'
