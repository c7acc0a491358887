# A chapter of proceedings: its findings are in the register of open points.
cd "${top:?}/tests/participation-plan" || exit 1
participation-plan station.in >"${work:?}/plan.md" &&
	printf '# Ouverture\n\nUn mot.\n' >"${work:?}/word.md" &&
	atelier-report --title Actes "${work:?}/word.md" "${work:?}/plan.md"
