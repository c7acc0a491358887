# n ballots with two dots for four options, the same each time; named: with a
# voter each. awk -v n=1000000 [-v named=1] -f ballots.awk </dev/null

BEGIN {
	split("A B C D", label, " ")
	print "options:\n  A: Jardin\n  B: Cour\n  C: Gare\n  D: Mairie"
	print "voix: 2\ncumul: oui\nbulletins:"
	seed = 1
	for (i = 1; i <= n; i++) {
		seed = (seed * 16807) % 2147483647
		choice = label[seed % 4 + 1] ", " label[int(seed / 4) % 4 + 1]
		print named ? "- {votant: v" i ", choix: [" choice "]}" : "- [" choice "]"
	}
}
