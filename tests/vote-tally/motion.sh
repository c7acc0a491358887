# A vote for or against as minutes tell it, a line each: who won by how many, or
# what is missing. A report gives itself again.
cd "${work:?}" || exit 1
while IFS= read -r line; do
	printf '== %s\n' "$line"
	printf '# Conseil\n\n## Point 4\n\n%s\n' "$line" >motion.md
	if vote-tally motion.md >one.md 2>two.md; then
		sed -n 's/|  *[0-9]* |  *[0-9]* | \([^|]*\) |  *\([0-9]*\) |.*/\1: \2/p; /^| \(Participants\|Abst\|Bla\)/p' one.md
		vote-tally one.md | cmp - one.md
	else
		sed 's/^vote-tally: //' two.md
	fi
done <<'EOF'
Vote : 17 voix pour, 4 voix contre et 1 abstention
Approuvé à la majorité par 17 voix pour, 2 voix contre (Mme Roux, M. Ney) et 1 abstention (M. Bel).
POUR : 9 – CONTRE : 0 – ABSTENTION : 1
Pour 9 Contre 2 Abstention 1
Pour : 9 / Contre : 2 / Abstentions : 1
Délibération adoptée par 9 voix contre 2.
Adopté par neuf voix pour et une abstention
9 pour, aucune abstention
À l'unanimité des 11 votants, le budget 2026 est adopté.
Adopté à l'unanimité (11 voix)
Le conseil décide à l'unanimité de planter une haie.
Votants : 11 Pour : 9 Contre : 2
Sur 11 votants : 9 pour, 2 contre
Exprimés : 11, pour : 9, contre : 2, blancs : 1
Exprimés : 12, pour : 9, contre : 2
Présents : 9 - pouvoirs : 2 - votants : 11 - pour : 10 - contre : 1
1 234 voix pour, 567 voix contre
12,5 % pour, 3 % contre
Pour 2026, le budget est de 12 000 euros, contre 3 000 en 2025.
Il y a 3 arguments pour et 2 contre.
17 voix pour le verger, 8 voix pour la mare
The motion passed with 7 votes in favour, 2 opposed and 1 abstention.
For: 7. Against: 2. Abstentions: none.
In favour – 7 Against – 2 Abstained – 1
8 voted for, 3 voted against, and one abstained
7 ayes, 2 nays
Carried unanimously (9 votes)
Carried unanimously.
Motion carried 7-2.
The motion was defeated by a vote of 3 to 6.
Passed (7-2-1)
Adopted 2026-03-02.
Adopté le 12-3.
Approved 12-03
EOF
