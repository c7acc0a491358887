# Twenty thousand questions, in seconds.
folder=$(mktemp -d)
cd "$folder" || exit 1
awk 'BEGIN {
	srand(7)
	print "# Mur\n\n## Questions\n"
	for (i = 1; i <= 20000; i++)
		printf "%d – Comment a%d b%d c%d d%d ?\n\n", i, rand() * 9000,
			rand() * 900, rand() * 90, i
}' >wall.md
timeout 50 question-wall wall.md >wall && grep -c '^- \*\*[0-9]*\*\* ' wall
awk 'BEGIN {
	print "# Mur\n\n## Questions\n"
	for (i = 1; i <= 20000; i++)
		print "- Comment vivre au village demain ?"
}' >same.md
timeout 50 question-wall same.md >wall && grep -c '^- \*\*[0-9]*\*\* ' wall
cd / && rm -r "$folder"
