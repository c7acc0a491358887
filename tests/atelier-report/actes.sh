# The proceedings of the examples.
cd "${work:?}" || exit 1
"${top:?}/examples/actes" >actes.md || exit 1
"${top:?}/examples/actes" --numbered --contents wikijs >numbered.md || exit 1
atelier-report actes.md | cmp - actes.md
atelier-report numbered.md | cmp - actes.md
grep -c '^\*\*Chapitre' actes.md | grep -vx 11
# each action and each finding of a chapter is in a register
sed '/^## Registre/,$d' actes.md >chapters.md
sed -n '/^## Registre/,$p' actes.md >registers.md
sed -n '/^####* À vérifier/,/^##* /s/^- //p' chapters.md | sort -u |
	while IFS= read -r point; do
		grep -qF -- "$point" registers.md || printf '%s\n' "$point"
	done
exit 0
