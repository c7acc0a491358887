# A sheet a juror, who signs it; their report is that of one sheet of both.
cd "${work:?}" || exit 1
printf '# Ana\n\n- **Auteur :** Ana Ruiz\n\n## Critères\n\n- Utile\n- Beau\n\n## Projets\n\n- Fresque\n- Verger\n\n## Notes\n\n| Projet | Utile | Beau |\n| --- | --- | --- |\n| Fresque | 3 | 4 |\n| Verger | 5 | 4 |\n' >ana.md
printf '# Bo\n\n## Notes de Bo\n\n| Projet | Utile | Beau |\n| --- | --- | --- |\n| Fresque | 4 | 2 |\n| Verger | 1 | 4 |\n' >bo.md
sed -i 's/^## Notes de Bo/- **Juré :** Bo\n\n## Notes/' bo.md
jury-grid ana.md bo.md >both.md && cat both.md
jury-grid both.md | cmp - both.md
