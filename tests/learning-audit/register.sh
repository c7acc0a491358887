# What comes next is in the register of actions of the proceedings.
cd "${top:?}/tests/learning-audit" || exit 1
learning-audit year.in >"${work:?}/audit.md" &&
	printf '# Ouverture\n\nUn mot.\n' >"${work:?}/word.md" &&
	atelier-report --title Actes "${work:?}/word.md" "${work:?}/audit.md" |
	sed -n '/^## Registre des actions/,$p'
