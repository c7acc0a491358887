# A programme out of a hat, with -v make=1, and what programme-plan must say of
# it, counted minute by minute from the manual page alone. -v seed tells which.

function below(n) { return int(rand() * n) }

function pick(list, parts) { return parts[1 + below(split(list, parts, "|"))] }

function clock(m) {
	return french ? sprintf("%dh%02d", int(m / 60), m % 60) \
	    : sprintf("%d:%02d", int(m / 60), m % 60)
}

function said(m) { return sprintf("%d:%02d", int(m / 60) % 24, m % 60) }

function length_of(m) {
	if (m < 60)
		return m " min"
	return m % 60 ? sprintf("%d h %02d", int(m / 60), m % 60) : m / 60 " h"
}

# Where nothing is known a value is -1.
function draw(d,    i, at) {
	at = 480 + 5 * below(20)
	count[d] = 1 + below(7)
	for (i = 1; i <= count[d]; i++) {
		start[d, i] = finish[d, i] = lasts[d, i] = -1
		kind = i == 1 ? below(3) : below(5)
		if (kind != 3)
			start[d, i] = at
		if (kind == 0 || kind == 3)
			lasts[d, i] = 5 * (1 + below(24))
		if (kind == 1)
			finish[d, i] = at + 5 * (1 + below(24))
		at += 5 * (1 + below(30))
		type[d, i] = pick("work|talk||")
		title[d, i] = pick("Hall|Map|Break|Choir") " " d i
		typed[d, i] = start[d, i]
		ended[d, i] = finish[d, i]
		lasted[d, i] = lasts[d, i]
	}
}

function write_line(d, i) {
	if (marked) {
		printf "| %s | %s | %s | %s | %s |\n", typed[d, i] < 0 ? "" : clock(typed[d, i]), \
		    ended[d, i] < 0 ? "" : clock(ended[d, i]), \
		    lasted[d, i] < 0 ? "" : lasted[d, i] " min", title[d, i], type[d, i]
		return
	}
	printf "  - {date: 2026-10-%02d, ", 4 + d
	if (typed[d, i] >= 0)
		printf "%s: \"%s\", ", french ? "début" : "start", clock(typed[d, i])
	if (ended[d, i] >= 0)
		printf "%s: \"%s\", ", french ? "fin" : "end", clock(ended[d, i])
	if (lasted[d, i] >= 0)
		printf "%s: %d min, ", french ? "durée" : "duration", lasted[d, i]
	printf "type: \"%s\", %s: %s}\n", type[d, i], french ? "titre" : "title", title[d, i]
}

function write_all(    d, i) {
	print marked ? (french ? "## Séances" : "## Sessions") \
	    : (french ? "séances:" : "sessions:")
	for (d = 1; d <= days; d++) {
		if (marked) {
			printf "\n### %s\n\n", 4 + d (french ? " octobre 2026" : " October 2026")
			print french ? "| Début | Fin | Durée | Titre | Type |" \
			    : "| Start | End | Duration | Title | Type |"
			print "| --- | --- | --- | --- | --- |"
		}
		for (i = 1; i <= count[d]; i++)
			write_line(d, i)
	}
}

# A session that says no start begins when the one before it ends, unless the
# next one begins then; one that says no end ends when the next one begins.
function infer(d,    changed, i, j, next_one) {
	do {
		changed = 0
		for (i = 1; i <= count[d]; i++) {
			next_one = -1
			for (j = count[d]; j > i; j--)
				if (start[d, j] >= 0)
					next_one = start[d, j]
			if (i > 1 && start[d, i] < 0 && finish[d, i - 1] >= 0 && finish[d, i - 1] != next_one) {
				start[d, i] = finish[d, i - 1]
				changed = 1
			}
			if (start[d, i] >= 0 && finish[d, i] < 0 && lasts[d, i] >= 0) {
				finish[d, i] = start[d, i] + lasts[d, i]
				changed = 1
			}
		}
		for (i = 1; i <= count[d] && !changed; i++) {
			if (start[d, i] < 0 || finish[d, i] >= 0)
				continue
			next_one = -1
			for (j = 1; j <= count[d]; j++)
				if (start[d, j] > start[d, i] && (next_one < 0 || start[d, j] < next_one))
					next_one = start[d, j]
			if (next_one >= 0) {
				finish[d, i] = next_one
				changed = 1
			}
		}
	} while (changed)
	for (i = 1; i <= count[d]; i++)
		if (start[d, i] >= 0 && finish[d, i] >= 0)
			lasts[d, i] = finish[d, i] - start[d, i]
}

function work_found(name, from, to) {
	if (from >= 0 && to - from > 120)
		printf "- %s, from %s to %s: %s without a break\n", name, said(from), said(to), length_of(to - from)
}

# 1 is work, 2 what is a break for everybody.
function count_day(d,    name, i, m, at, sum, len, first, last, before, begun) {
	split("Monday|Tuesday|Wednesday", weekday, "|")
	name = weekday[d] " " 4 + d " October 2026"
	first = last = before = begun = -1
	for (i = 1; i <= count[d]; i++) {
		if (lasts[d, i] > 0)
			sum += lasts[d, i]
		if (start[d, i] >= 0 && (first < 0 || start[d, i] < first))
			first = start[d, i]
		if (finish[d, i] > last)
			last = finish[d, i]
		if (start[d, i] < 0 && lasts[d, i] >= 0)
			len += lasts[d, i]
		for (m = start[d, i]; m >= 0 && m < finish[d, i]; m++)
			if (at[m] < 1 + (title[d, i] ~ /^Break/))
				at[m] = 1 + (title[d, i] ~ /^Break/)
		if (type[d, i] != "")
			has_type = 1
		types[type[d, i]]++
		minutes[type[d, i]] += lasts[d, i] > 0 ? lasts[d, i] : 0
	}
	for (m = 0; m < 2880; m++) {
		if (!at[m])
			continue
		len++
		if (before >= 0 && m - before > 10)
			printf "- %s, from %s to %s: nothing is planned\n", name, said(before), said(m)
		if ((before >= 0 && m - before > 10) || at[m] == 2) {
			work_found(name, begun, before)
			begun = -1
		}
		if (at[m] == 1 && begun < 0)
			begun = m
		before = m + 1
	}
	work_found(name, begun, before)
	all += len
	all_sum += sum
	all_count += count[d]
	has_length = has_length || len > 0
	row[d] = sprintf("%s|%s|%s|%d|%s|%s", name, said(first), last < 0 ? "" : said(last), \
	    count[d], len ? length_of(len) : "", sum != len ? length_of(sum) : "")
}

BEGIN {
	srand(seed)
	french = seed % 2
	marked = int(seed / 2) % 2
	days = 1 + below(3)
	for (d = 1; d <= days; d++)
		draw(d)
	if (make) {
		write_all()
		exit
	}
	for (d = 1; d <= days; d++) {
		infer(d)
		count_day(d)
	}
	for (d = 1; d <= days && has_length; d++)
		print row[d]
	if (days > 1 && has_length)
		printf "Total|||%d|%s|%s\n", all_count, length_of(all), all_sum != all ? length_of(all_sum) : ""
	for (t in types)
		if (has_type)
			printf "%s|%d|%s\n", t == "" ? "No type" : t, types[t], length_of(minutes[t])
}
