# Rounds of consent in YAML: members who answer in every round, on a proposal
# of two versions of so many words each, one word in fifty changed:
# awk -v members=200 -v rounds=30 -v words=20000 -f consent.awk </dev/null

function version(n, i) {
	print "  v" n ": |"
	for (i = 1; i <= words; i++)
		printf "%s%s%s", i % 12 == 1 ? "    " : " ",
		    n == 2 && i % 50 == 0 ? "relu" : word[i * i % 13 + 1],
		    i % 120 == 0 ? ".\n\n" : i % 12 == 0 || i == words ? "\n" : ""
}

BEGIN {
	split("chaque équipe peut *essayer* pendant trois mois, à l'essai, une " \
	    "autre façon de **travailler**", word, " ")
	print "titre: Un long essai\ncadre: s3\nmembres:"
	for (i = 1; i <= members; i++)
		print "  - Agent " i
	print "proposition:"
	version(1)
	version(2)
	print "tours:"
	for (n = 1; n <= rounds; n++) {
		print "  - n: " n "\n    version: " (n == rounds ? 2 : 1)
		print "    réponses:"
		for (i = 1; i <= members; i++)
			print "      Agent " i ": consentement"
	}
}
