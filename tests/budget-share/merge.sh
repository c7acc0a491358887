# The merge law: reports of polling stations add up to the report of one run over
# their ballots, whatever the order, with blank and rejected ones; so do those
# with points.
cd "${work:?}" || exit 1

cat >settings.yaml <<'END'
titre: Deux bureaux, un budget
budget: 9 000 €
méthode: parts égales
inscrits: 700
projets:
  - {repère: A, projet: Préau, coût: 3 100 €, catégorie: École}
  - {repère: B, projet: Bancs, coût: "1 250,50 €", catégorie: Rue}
  - {projet: "Rue Foch, côté pair", coût: 4 k€, catégorie: Rue}
  - {projet: Verger, coût: 2 000 €, catégorie: École}
END
awk 'BEGIN {
	seed = 7
	split("A B Verger 3 3 9", label, " ")
	for (i = 1; i <= 400; i++) {
		seed = (seed * 16807) % 2147483647
		a = label[seed % 6 + 1]
		b = label[int(seed / 7) % 5 + 1]
		kind = int(seed / 101) % 9
		print kind == 0 ? "- []" : kind < 4 ? "- [" a "]" : a == b ? "- 3 × " a : "- [" a ", " b "]"
	}
}' | sed 's/\<3\>\([],]\)/P3\1/g; s/× 3/× P3/; s/P3/"Rue Foch, côté pair"/' >all
for part in 1 2 3; do
	{
		echo 'bulletins:'
		awk -v part=$part 'NR % 3 + 1 == part' all
	} >ballots$part.yaml
	budget-share settings.yaml ballots$part.yaml >report$part.md
done
budget-share settings.yaml ballots[123].yaml >whole.md
drop='/^### Bulletins écartés/,/^### Bulletins groupés/d; /bulletins écartés/d'
budget-share report[123].md | sed "$drop" >added.md
sed "$drop" whole.md | cmp - added.md
sed -n '3,/^### Écartés/p' whole.md
# seven stations at once, added up by twos and then all
for part in 0 1 2 3 4 5 6; do
	{
		echo 'bulletins:'
		awk -v part=$part 'NR % 7 == part' all
	} >s$part.yaml
done
printf '%s\n' s?.yaml | xargs -P2 -I{} sh -c 'budget-share settings.yaml {} >{}.md'
budget-share s[01].yaml.md | budget-share - s[2-6].yaml.md >added.md
budget-share settings.yaml s?.yaml | cmp - added.md

{
	sed 's/^méthode:.*/méthode: points/' settings.yaml
	echo 'bulletins:'
	echo '  - {choix: {A: 3, B: 2}}'
	echo '  - {fois: 4, choix: {Verger: 5}}'
} >points1.yaml
{
	sed 's/^méthode:.*/méthode: points/' settings.yaml
	echo 'bulletins: ["B: 4, Verger: 1", "2 × A : 3 ; B : 2"]'
} >points2.yaml
budget-share points1.yaml >points1.md
budget-share points2.yaml >points2.md
budget-share points1.md points2.md >added.md
budget-share points1.yaml points2.yaml | cmp - added.md
sed -n '/^### Bulletins groupés/,$p' added.md

# votes that are counted already add up too
printf '%s\n' 'Budget : 9 000 €' '' '## Projets' '' >head.md
printf -- '- Préau : 5 000 € (%s voix)\n- Bancs : 4 500 € (%s voix)\n' 12 20 | cat head.md - >one.md
printf -- '- Préau : 5 000 € (%s voix)\n- Bancs : 4 500 € (%s voix)\n' 12 3 | cat head.md - >two.md
budget-share one.md >one.report.md
budget-share two.md >two.report.md
budget-share one.report.md two.report.md >added.md
budget-share one.md two.md | cmp - added.md
sed -n '/^### Projets/,/^### Règle/p' added.md
