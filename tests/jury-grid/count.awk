# count.awk: with make=1 a jury out of the hat that seed is, as YAML; else what
# a report of that jury has wrong.
function hat(n) { return int(rand() * n) }

# What the hat holds; the same for the same seed.
function fill(   j, e, c)
{
	srand(seed)
	jurors = 1 + hat(6); entries = 2 + hat(6); criteria = 1 + hat(4)
	kept = hat(entries + 1)
	for (c = 1; c <= criteria; c++) {
		weight[c] = c == 1 ? 1 + hat(5) : hat(6)
		less[c] = hat(4) == 0
	}
	for (j = 1; j <= jurors; j++)
		for (e = 1; e <= entries; e++) {
			recused[j, e] = j > 1 && hat(12) == 0
			for (c = 1; c <= criteria; c++) {
				score[j, e, c] = hat(11) / 2
				given[j, e, c] = j == 1 || hat(9) > 0
			}
		}
}

function write(   j, e, c)
{
	print "scale: 0..5\ncriteria:"
	for (c = 1; c <= criteria; c++)
		printf "  - {id: C%d, text: c%d, weight: %d, direction: %s}\n",
			c, c, weight[c], less[c] ? "less" : "more"
	print "entries:"
	for (e = 1; e <= entries; e++)
		printf "  - {id: E%d, text: e%d}\n", e, e
	print "scores:"
	for (j = 1; j <= jurors; j++)
		for (e = 1; e <= entries; e++)
			for (c = 1; c <= criteria; c++)
				if (given[j, e, c])
					printf "  - {juror: J%d, entry: E%d, criterion: C%d, score: %s}\n", j, e, c, score[j, e, c]
	print "recusals:"
	for (j = 1; j <= jurors; j++)
		for (e = 1; e <= entries; e++)
			if (recused[j, e])
				printf "  - {juror: J%d, entries: [E%d]}\n", j, e
	if (kept > 0)
		print "to select: " kept
}

function value(j, e, c) { return less[c] ? 5 - score[j, e, c] : score[j, e, c] }
function counts(j, e, c) { return given[j, e, c] && !recused[j, e] }

# The mean of an entry on each criterion.
function prepare(   e, c, j, n, sum)
{
	for (c = 1; c <= criteria; c++) {
		weights += weight[c]
		for (e = 1; e <= entries; e++) {
			n = sum = 0
			for (j = 1; j <= jurors; j++)
				if (counts(j, e, c)) {
					n++
					sum += value(j, e, c)
				}
			on[e, c] = sum / n
		}
	}
}

# The mean of an entry, one criterion weighing something else (0: none does).
function mean_of(e, other, instead,   c, total)
{
	for (c = 1; c <= criteria; c++)
		total += (c == other ? instead : weight[c]) * on[e, c]
	return total / weights
}

# Ranks, shared by equal ones.
function order(   a, b, above)
{
	for (a = 1; a <= entries; a++) {
		above = 0
		for (b = 1; b <= entries; b++)
			above += mean_of(b, 0, 0) > mean_of(a, 0, 0) + 1e-9
		rank[a] = above + 1
		within += rank[a] <= kept
	}
}

function wrong(text) { print "seed " seed ": " text }
function near(printed, exact) { return (printed - exact) ^ 2 < 0.00501 ^ 2 }
function number(text) { gsub("−", "-", text); return text + 0 }

BEGIN {
	FS = " *[|] *"
	fill()
	if (make) {
		write()
		exit
	}
	prepare()
	order()
	# a clear cut is what can turn; else the order
	cut = kept > 0 && within == kept && kept < entries
}

/^### / { part = $0; lines = 0 }
/^\|/ { lines++ }
!/^\|/ || lines <= 2 { next }

part == "### Ranking" {
	e = substr($3, 2)
	if (!near($5, mean_of(e, 0, 0)))
		wrong($3 " has mean " $5 ", not " mean_of(e, 0, 0))
	if ($2 != rank[e])
		wrong($3 " has rank " $2 ", not " rank[e])
	ranked++
}

part == "### By juror" {
	j = substr($2, 2)
	n = mine = others = 0
	for (e = 1; e <= entries; e++)
		for (c = 1; c <= criteria; c++) {
			m = sum = 0
			for (k = 1; k <= jurors; k++)
				if (k != j && counts(k, e, c)) {
					m++
					sum += value(k, e, c)
				}
			if (m == 0 || !counts(j, e, c))
				continue
			n++
			mine += value(j, e, c)
			others += sum / m
		}
	if (n > 0 && !near(number($6), (mine - others) / n))
		wrong($2 " is " $6 " apart, not " (mine - others) / n)
}

part == "### What would turn the order" {
	c = substr($2, 2)
	if ($4 == "") {
		for (w = 0; w < 60; w += 0.25)
			if (!crosses(c, w))
				wrong($2 " turns before " w)
	} else {
		a = substr($5, 2); b = substr($6, 2)
		if (!near(mean_of(a, c, $4), mean_of(b, c, $4)))
			wrong($5 " and " $6 " are not equal at " $4)
		if (!crosses(c, weight[c] + ($4 - weight[c]) * 0.97))
			wrong($2 " turns before " $4)
	}
}

# Whether nothing turned where a criterion weighs w: nobody who is behind now
# is ahead then; of the two sides of the cut, if there is one.
function crosses(c, w,   a, b)
{
	for (a = 1; a <= entries; a++)
		for (b = 1; b <= entries; b++)
			if ((cut ? rank[a] <= kept && rank[b] > kept : rank[a] < rank[b]) &&
			    mean_of(b, c, w) > mean_of(a, c, w) + 1e-9)
				return 0
	return 1
}

END {
	if (!make && ranked != entries)
		wrong(ranked + 0 " of " entries " are ranked")
}
