# What became of the seminar: every method sheet is a chapter, and its actions
# and findings stand in the registers.
cd "${work:?}" || exit 1
"${top:?}/examples/suites" >suites.md || exit 1
atelier-report suites.md | cmp - suites.md
grep -c '^\*\*Chapitre' suites.md |
	grep -vx "$(grep -c '^	[a-z]' "$top/examples/suites")"
sed '/^## Registre/,$d' suites.md >chapters.md
sed -n '/^## Registre/,$p' suites.md >registers.md
sed -n '/^####* À vérifier/,/^##* /s/^- //p' chapters.md | sort -u |
	while IFS= read -r point; do
		grep -qF -- "$point" registers.md || printf '%s\n' "$point"
	done
sed -n '/^####* Actions/,/^##* /s/^| \([^|]*[^ |]\) *|.*/\1/p' chapters.md |
	grep -vx -e Quoi -e '-*' | while IFS= read -r action; do
	grep -qF -- "$action" registers.md || printf '%s\n' "$action"
done
exit 0
