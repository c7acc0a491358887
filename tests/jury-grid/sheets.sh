# A sheet a juror, who signs it; criteria and entries stand on each, and are one.
# The report of their reports is that of the sheets.
cd "${work:?}" || exit 1
sheet()
{
	printf '## Critères\n\n| Critère | Poids |\n| --- | --- |\n| Utile | 2 |\n| Beau | |\n\n## Projets\n\n- Fresque\n- Verger\n\n## Notes\n\n| Projet | Utile | Beau |\n| --- | --- | --- |\n| Fresque | %s | %s |\n| Verger | %s | %s |\n' "$@"
}
{ printf '# Feuille\n\n- **Auteur :** Ana Ruiz\n\n'; sheet 3 4 5 4; } >ana.md
{ printf '# Feuille\n\n- **Juré :** Bo\n\n'; sheet 4 2 1 4; } >bo.md
jury-grid ana.md bo.md >both.md && cat both.md
jury-grid both.md | cmp - both.md
jury-grid ana.md >one.md && jury-grid bo.md >two.md && jury-grid one.md two.md |
	sed -n '/^## Grille/,$p' >again.md
sed -n '/^## Grille/,$p' both.md | cmp - again.md
