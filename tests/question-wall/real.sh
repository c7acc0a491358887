# The same wall, as five clerks would type it from the paper.
folder=$(mktemp -d)
cd "$folder" || exit 1
cat >paper <<'END'
1 – Comment associer sans réunir ? écouter d'abord. Comment faire ?
2 – Comment amener les élus à partager la décision ?
3 – Comment ne pas parler à la place des gens ?
4 – Participation : un piège ?
5 – Les cadres sont-ils les mieux placés pour innover ?
6 – Quelle coopération entre communes (parcs, syndicats, associations)
7 – Pourquoi garder un service public ?
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
