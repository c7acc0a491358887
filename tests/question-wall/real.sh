# The same wall, as five clerks would type it from the paper.
folder=$(mktemp -d)
cd "$folder" || exit 1
cat >paper <<'END'
1 – Comment ouvrir la mairie le samedi ? à tour de rôle. Comment faire ?
2 – Comment confier la clé du gymnase aux clubs ?
3 – Comment ne pas servir tous les repas en barquettes ?
4 – Marché du soir : une fête de trop ?
5 – Les bus sont-ils les mieux placés devant le collège ?
6 – Quel partage entre communes (bennes, tondeuses, barnums)
7 – Pourquoi garder trois photocopieurs ?
END
wall()
{
	printf '# Le mur\n\n## Questions\n\n'
	cat
	printf '\n## Retenues\n\n- **Atelier 1** 2\n- **Atelier 2** 3\n'
}
wall <paper >together.md
awk '{ print $0 "\n" }' paper | wall >paragraphs.md
sed 's/^/- /' paper | wall >bullets.md
sed 's/ –/./' paper | wall >ordered.md
sed 's/ –/)/' paper | wall >brackets.md
sed 's/^/  /; 1i questions: |' paper >text.yaml
echo 'retenues: {Atelier 1: 2, Atelier 2: 3}' >>text.yaml
sed -i '1i titre: Le mur' text.yaml
question-wall together.md
for form in paragraphs.md bullets.md ordered.md brackets.md text.yaml; do
	question-wall together.md >expected
	question-wall --lang fr $form | cmp - expected && echo "$form alike"
done
cd / && rm -r "$folder"
