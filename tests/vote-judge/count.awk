# Every profile of n judges on three grades, in both directions: with make=1 a
# sheet of them; else, of a report, their ranks by the definition: take the middle
# judgement, of two the lower one, away, write it down, and so on.

function value(a, b, c,   list, left, i, at, text) {
	left = 0
	for (i = 0; i < c; i++) list[left++] = 3 # from the worst
	for (i = 0; i < b; i++) list[left++] = 2
	for (i = 0; i < a; i++) list[left++] = 1
	text = ""
	while (left > 0) {
		at = int((left - 1) / 2)
		text = text list[at]
		left--
		for (i = at; i < left; i++) list[i] = list[i + 1]
	}
	return text
}

BEGIN {
	FS = "[ |]+"
	if (make)
		print "| Option | Best | Middle | Worst |\n| --- | --- | --- | --- |"
	for (a = 0; a <= n; a++)
		for (b = 0; a + b <= n; b++) {
			name = "P" a "-" b "-" (n - a - b)
			if (make)
				print "| " name " | " a " | " b " | " (n - a - b) " |"
			else
				of[name] = value(a, b, n - a - b)
		}
	if (make)
		exit
	for (name in of) {
		rank[name] = 1
		for (other in of)
			rank[name] += of[other] < of[name]
	}
}

/^### Results/ { results = 1 }
/^### What/ { results = 0 }
results && $3 in rank {
	met++
	if ($2 != rank[$3])
		print n " judges: " $3 " has rank " $2 ", and it is " rank[$3]
}

END {
	if (!make)
		print n " judges: " met + 0 " profiles"
}
