# Links of the contents lead to headings, as each wiki would have them.
cd "${work:?}" || exit 1
{
	printf '# Déjà 100 %% : « vu » ?\n\n## Une_note - a\n\n# 2025\n\n'
	printf '## Note\n\n# L\342\200\231été, déjà : *vu*\n\nx\n\n# Déjà 100 : vu\n\nx\n'
} >titles.md
for rule in links gitlab gitea wikijs; do
	echo "$rule"
	atelier-report -l fr --contents $rule titles.md |
		sed -n 's/^[0-9]*\. .*](\(.*\))$/\1/p'
done
