# n ballots that judge four options, the same each time: with grades as numbers of
# dots, which vote-tally takes too. awk -v n=250000 [-v tool=judge|tally] -f ...

BEGIN {
	print "options:\n  A: Jardin\n  B: Cour\n  C: Gare\n  D: Mairie"
	print tool == "tally" ? "voix: 16\ncumul: oui" : "mentions: 4, 3, 2, 1"
	print "bulletins:"
	seed = 1
	for (i = 1; i <= n; i++) {
		seed = (seed * 16807) % 2147483647
		printf "- {choix: {A: %d, B: %d, C: %d, D: %d}}\n", seed % 4 + 1,
		    int(seed / 4) % 4 + 1, int(seed / 16) % 4 + 1, int(seed / 64) % 4 + 1
	}
}
