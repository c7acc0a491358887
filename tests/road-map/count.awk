# count.awk: with make=1 a plan out of the hat that seed is, as YAML; else what a
# report of that plan has wrong.  Days are counted from 1 January 2026.
function hat(n) { return int(rand() * n) }

# What the hat holds; the same for the same seed.
function fill(   i, j)
{
	srand(seed)
	tasks = 2 + hat(9)
	for (i = 1; i <= tasks; i++) {
		start[i] = i == 1 || hat(3) == 0 ? hat(300) : -1
		unit[i] = hat(3)
		size[i] = 1 + hat(unit[i] == 2 ? 3 : 6)
		load[i] = hat(8)
		who[i] = hat(3)
		for (j = 1; j < i; j++)
			needs[i, j] = hat(4) == 0
	}
	slipping = 1 + hat(tasks)
	weeks = 1 + hat(4)
}

# The calendar, day by day.
function calendar(   d, y, m, n, names)
{
	split("January February March April May June July August September October November December", names, " ")
	d = 0
	for (y = 2026; y <= 2033; y++)
		for (m = 1; m <= 12; m++) {
			n = m == 2 ? 28 + (y % 4 == 0) : 30 + (m + (m > 7)) % 2
			months++
			title[months] = names[m] " " y
			length_of[months] = n
			for (i = 1; i <= n; i++) {
				year[d] = y; month[d] = m; day[d] = i; in_month[d] = months
				number[i " " names[m] " " y] = d
				at[y, m, i] = d++
			}
		}
}

# The day on which what begins on d is over.
function over(d, unit, size,   y, m, i)
{
	if (unit < 2)
		return d + size * (unit == 0 ? 1 : 7)
	y = year[d]; m = month[d] + size; i = day[d]
	while (m > 12) {
		m -= 12
		y++
	}
	while (!((y, m, i) in at))
		i--
	return at[y, m, i]
}

function write(   i, j, d, text)
{
	print "# slip T" slipping ":" weeks "w\ntasks:"
	for (i = tasks; i >= 1; i--) {
		printf "  - {label: T%d, task: t%d, who: W%d, load: %d, duration: %d %s", i, i, who[i], load[i], size[i], unit[i] == 0 ? "days" : unit[i] == 1 ? "weeks" : "months"
		if ((d = start[i]) >= 0)
			printf ", start: %04d-%02d-%02d", year[d], month[d], day[d]
		text = ""
		for (j = 1; j < i; j++)
			if (needs[i, j])
				text = text (text ? ", " : "") "T" j
		print (text ? ", depends on: [" text "]" : "") "}"
	}
}

# Pushes each task behind what it needs until nothing moves.
function push(slip,   i, j, first, moved, b)
{
	first = 99999
	for (i = 1; i <= tasks; i++)
		if (start[i] >= 0 && start[i] < first)
			first = start[i]
	for (i = 1; i <= tasks; i++)
		begin[i] = -1
	do {
		moved = 0
		for (i = 1; i <= tasks; i++) {
			b = start[i] >= 0 ? start[i] : first
			for (j = 1; j < i; j++)
				if (needs[i, j] && begin[j] >= 0 && end[j] > b)
					b = end[j]
			if (i == slip)
				b += 7 * weeks
			if (b != begin[i]) {
				begin[i] = b
				end[i] = over(b, unit[i], size[i])
				moved = 1
			}
		}
	} while (moved)
	last = 0
	for (i = 1; i <= tasks; i++)
		if (end[i] > last)
			last = end[i]
}

# How late a task can end: later day by day, until the whole would end later.
function latest(i,   k, n)
{
	for (k = 0; ; k++)
		if (delayed(i, k + 1) > last)
			return end[i] + k
}

# The end of the whole if a task, as long as it is, ended k days later.
function delayed(i, k,   j, t, e, b, most)
{
	for (t = 1; t <= tasks; t++) {
		b = begin[t]
		for (j = 1; j < t; j++)
			if (needs[t, j] && e[j] > b)
				b = e[j]
		e[t] = b + end[t] - begin[t] + (t == i ? k : 0)
		if (e[t] > most)
			most = e[t]
	}
	return most
}

function wrong(text) { print "seed " seed ": " text }

BEGIN {
	FS = " *[|] *"
	calendar()
	fill()
	if (make) {
		write()
		exit
	}
	push(0)
	for (i = 1; i <= tasks; i++) {
		for (d = begin[i]; d < end[i]; d++)
			sum[who[i], in_month[d]] += load[i] / length_of[in_month[d]]
	}
}

/^### / { part = $0; lines = 0 }
/^\|/ { lines++ }
!/^\|/ || lines == 2 { next }
lines == 1 {
	for (i = 2; i < NF; i++)
		head[i] = $i
	next
}

part == "### Plan" {
	t = substr($2, 2)
	seen++
	if (number[$5] != begin[t])
		wrong($2 " begins on " $5)
	if (number[$6] != end[t] - 1)
		wrong($2 " ends on " $6)
	late = latest(t) - 1
	if (number[$7] != late || $8 != late - end[t] + 1)
		wrong($2 " ends at the latest on " $7 " with a float of " $8 ", not " late - end[t] + 1)
}

part == "### Load by month" {
	for (m = 1; m <= months && title[m] != $2; m++)
		continue
	for (i = 3; i < NF; i++) {
		exact = sum[substr(head[i], 2), m]
		if (($i - exact) ^ 2 > 0.0501 ^ 2)
			wrong(head[i] " has " $i " in " $2 ", not " exact)
		told[substr(head[i], 2), m] = 1
	}
}

part == "### What a delay moves" {
	moves[substr($2, 2)] = number[$5] + 1
}

END {
	if (make)
		exit
	if (seen != tasks)
		wrong(seen + 0 " of " tasks " tasks stand in the plan")
	for (key in sum)
		if (sum[key] > 0.0501 && !(key in told))
			wrong("a load is not told")
	for (i = 1; i <= tasks; i++)
		before[i] = end[i]
	push(slipping)
	for (i = 1; i <= tasks; i++)
		if ((i in moves ? moves[i] : before[i]) != end[i])
			wrong("T" i " slips from " before[i] " to " end[i] ", not to " moves[i])
}
