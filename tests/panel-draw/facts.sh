# Published lotteries: the worked examples 1, 3 to 6 of sortition-algorithms;
# and the shape in which P. Gölz's replication of Flanigan and others (Nature 596,
# 2021) shows that a greedy draw leaves somebody a tenth of the chance or less.
cd "${work:?}" || exit 1

# chances NAME: the profile, and its best chance and those in the list.
chances()
{
	echo "$1"
	panel-draw -l en >report
	panel-draw report | cmp - report
	sed -n '/^### Chances/,/^### Draw/s/^| \(.*\) |$/\1/p' report | sed 's/  */ /g; 1,2d'
}

chances "one seat an age, and one a franchise" <<'END'
size: 2
criteria: {age: {child: 1..2, adult: 1..2}, franchise: {simpsons: 1..2, ducktales: 1..2}}
people:
  - {id: lisa, age: child, franchise: simpsons}
  - {id: marge, age: adult, franchise: simpsons}
  - {id: louie, age: child, franchise: ducktales}
  - {id: dewey, age: child, franchise: ducktales}
  - {id: scrooge, age: adult, franchise: ducktales}
END
chances "at most one a household" <<'END'
size: 2
criteria: {age: {child: 1..2, adult: 1..2}, franchise: {simpsons: 1..2, ducktales: 1..2}}
people:
  - {id: lisa, age: child, franchise: simpsons, household: 1}
  - {id: marge, age: adult, franchise: simpsons}
  - {id: louie, age: child, franchise: ducktales, household: 2}
  - {id: dewey, age: child, franchise: ducktales, household: 2}
  - {id: scrooge, age: adult, franchise: ducktales, household: 1}
END
chances "one who is in every panel, though a fraction need not be" <<'END'
size: 2
criteria: {f1: {v1: 1..2, v2: 0..2}, f2: {v1: 1..2, v2: 0..2}, f3: {v1: 1..2, v2: 0..2}}
people:
  - {id: a, f1: v1, f2: v1, f3: v1}
  - {id: b, f1: v1, f2: v2, f3: v2}
  - {id: c, f1: v2, f2: v1, f3: v2}
  - {id: d, f1: v2, f2: v2, f3: v1}
END
{
	echo 'size: 5'
	echo 'criteria: {gender: {F: 1, M: 4}, leaning: {liberal: 4, conservative: 1}}'
	echo 'people:'
	for i in 1 2 3 4; do echo "  - {id: m$i, gender: M, leaning: liberal}"; done
	echo '  - {id: elinor, gender: F, leaning: liberal}'
	echo '  - {id: frank, gender: M, leaning: conservative}'
	echo '  - {id: grace, gender: F, leaning: conservative}'
} | chances "four of six, and one of three"
awk 'BEGIN {
	print "size: 46\ncriteria:"
	for (f = 1; f <= 6; f++) print "  f" f ": {yes: at least 15}"
	print "people:"
	split("1 2, 2 3, 1 3, 4 5, 5 6, 4 6", kinds, ", ")
	for (k = 1; k <= 6; k++) for (i = 1; i <= 10; i++) {
		split(kinds[k], two, " ")
		printf "  - {id: p%d", ++n
		for (f = 1; f <= 6; f++) printf ", f%d: %s", f, f == two[1] || f == two[2] ? "yes" : "no"
		print "}"
	}
	printf "  - {id: p%d", ++n
	for (f = 1; f <= 6; f++) printf ", f%d: no", f
	print "}"
}' | chances "somebody whom no panel has room for"
for scale in 1 10; do
	awk -v s=$scale 'BEGIN {
		print "size: " 20 * s
		printf "criteria: {gender: {F: %d..%d, M: %d..%d}, leaning: {lib: %d..%d, con: %d..%d}}\n", 9*s, 20*s, 9*s, 20*s, 9*s, 20*s, 9*s, 20*s
		print "people:"
		for (i = 1; i <= 200 * s; i++)
			printf "  - {id: p%d, gender: %s, leaning: %s}\n", i, (i <= 100 * s ? "F" : "M"), ((i > 1 && i <= 100 * s) ? "lib" : "con")
	}' | chances "one conservative woman among $((200 * scale))"
done
# its example 4: exactly one of each feature, which no two people are
panel-draw -l en 2>&1 >report <<'EOF'
size: 2
criteria: {f1: {v1: 1, v2: 1}, f2: {v1: 1, v2: 1}, f3: {v1: 1, v2: 1}}
people:
  - {id: a, f1: v1, f2: v1, f3: v1}
  - {id: b, f1: v1, f2: v2, f3: v2}
  - {id: c, f1: v2, f2: v1, f3: v2}
  - {id: d, f1: v2, f2: v2, f3: v1}
EOF
[ ! -s report ] || cat report
