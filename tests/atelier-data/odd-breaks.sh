# A line's end that only YAML takes for one comes back from YAML as it was.
cd "${work:?}" || exit 1
printf 'titre: "un \\L texte long \\\\\\\\ et \\P encore \\N un mot, puis un autre, pour passer la ligne de quatre-vingts"\n' |
	atelier-data --to yaml >once.yaml || exit 1
atelier-data --to yaml once.yaml | diff once.yaml -
