cd "${work:?}" || exit
printf '# A\n\n## Rue\n\n### Décisions\n\n- on repave\n\n## Jardin\n\n### Décisions\n\n- on plante\n' >one.md
printf '# B\n\n## Décisions\n\n- on vote\n' >two.md
atelier-report -t Actes one.md two.md | sed -n '/^## Registre/,$p'
