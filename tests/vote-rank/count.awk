# count.awk: counts the ballots that an English report of vote-rank lists once
# more, paper by paper, and tells each cell of its rounds that is another.
# The tie-break is none, or the order given.

function wrong(text) { print title ": " text }

/^# / { title = substr($0, 3) }
/^### / { part = substr($0, 5); rows = 0 }
part == "Options" && /^- / { name[++options] = $2; gsub(/[*]/, "", name[options]) }
part == "Rules" && /Method/ { unit = /alternative|irv/ ? 1 : 100000 }
part == "Rules" && /To select/ { seats = $4 }
part == "Rules" && /Tie-break/ { ordered = $3 == "order" }
part == "Grouped ballots" && /^- / { add($0) }
part == "Counting rounds" && /^[|]/ && ++rows != 2 { row($0, rows) }

function add(line,   words, n, i, k)
{
	n = split(line, words, " ")
	times[++papers] = words[2]
	k = 1
	for (i = 4; i <= n; i++) {
		if (words[i] == ">")
			k++
		else if (words[i] != "=")
			group[papers, k] = group[papers, k] " " words[i] " "
	}
	groups[papers] = k
}

function row(line, number,   cells, n, i)
{
	n = split(line, cells, / *[|] */)
	for (i = 2; i < n; i++)
		if (number == 1)
			head[i] = cells[i]
		else
			cell[number - 2, head[i]] = cells[i]
	last = number - 2
}

# The paper goes on to the next name that stands.
function move(p,   k, i, found, many)
{
	for (k = at[p] + 1; k <= groups[p]; k++) {
		many = 0
		for (i = 1; i <= options; i++)
			if (stands[i] && index(group[p, k], " " name[i] " ")) {
				many++
				found = i
			}
		if (many == 0)
			continue
		at[p] = k
		if (many > 1)
			break
		holder[p] = found
		votes[found] += times[p] * value[p]
		return
	}
	holder[p] = 0
	if (k > groups[p])
		ended += times[p] * value[p]
	else
		equal += times[p] * value[p]
}

function pass(from, surplus,   p, total, moved)
{
	total = votes[from]
	votes[from] = surplus ? total - surplus : 0
	for (p = 1; p <= papers; p++)
		if (holder[p] == from) {
			if (surplus)
				value[p] = int(value[p] * surplus / total)
			moved += times[p] * value[p]
			move(p)
		}
	residue += (surplus ? surplus : total) - moved
}

# Of those that a string holds the one with most or fewest votes, by the rounds
# from this one back, then by the order; 0 where nothing decides.
function pick(among, most,   r, i, best, left, many)
{
	for (r = round; r >= 1; r--) {
		left = ""
		many = 0
		best = ""
		for (i = 1; i <= options; i++)
			if (index(among, " " i " ") && (best == "" ||
			    (most ? then[r, i] > best : then[r, i] < best)))
				best = then[r, i]
		for (i = 1; i <= options; i++)
			if (index(among, " " i " ") && then[r, i] == best) {
				left = left " " i " "
				many++
			}
		among = left
		if (many == 1)
			return among + 0
	}
	if (!ordered)
		return 0
	best = 0
	for (i = 1; i <= options; i++)
		if (index(among, " " i " ") && !(most && best))
			best = i
	return best
}

function text(units) { return unit == 1 ? (units + 0) "" : sprintf("%.5f", units / unit) }

function check(column, wanted, blank,   is)
{
	is = cell[round, column]
	if (is != wanted && !(is == "" && blank))
		wrong("round " round ", " column ": " is " where " wanted " is right")
}

# Who is elected now, and the round against the report's.
function settle(   i, counting, many)
{
	round++
	for (i = 1; i <= options; i++)
		if (stands[i])
			counting += votes[i]
	for (i = 1; i <= options; i++)
		if (stands[i] && (unit == 1 ? votes[i] * 2 > counting : votes[i] >= quota))
			elect(i)
	many = 0
	for (i = 1; i <= options; i++)
		many += stands[i]
	for (i = 1; i <= options; i++)
		if (stands[i] && many + elected <= (unit == 1 ? 1 : seats))
			won[i] = 1
	if (many + elected <= (unit == 1 ? 1 : seats))
		elected += many
	for (i = 1; i <= options; i++) {
		then[round, i] = votes[i] + 0
		check(name[i], text(votes[i]), out[i])
	}
	check("Exhausted", text(ended), !ended)
	check("Shared rank", text(equal), !equal)
	check("Residue", text(residue), !residue)
}

function elect(i)
{
	won[i] = 1
	stands[i] = 0
	elected++
}

# Several without a vote go out at once, where those left are enough.
function leave_empty(   i, empty, others)
{
	for (i = 1; i <= options; i++) {
		empty += stands[i] && !votes[i]
		others += stands[i] && votes[i] > 0
	}
	if (empty < 2 || others < (unit == 1 ? 1 : seats) - elected)
		return 0
	for (i = 1; i <= options; i++)
		if (stands[i] && !votes[i]) {
			stands[i] = 0
			out[i] = 1
		}
	settle()
	return 1
}

function next_round(   i, among, surplus, one, many)
{
	for (i = 1; i <= options; i++)
		many += stands[i]
	if (!many)
		return 0
	for (i = 1; i <= options; i++)
		if (unit > 1 && won[i] && votes[i] > quota)
			surplus = surplus " " i " "
	for (i = 1; i <= options; i++)
		if (stands[i])
			among = among " " i " "
	if (!surplus && leave_empty())
		return 1
	one = pick(surplus ? surplus : among, surplus != "")
	if (one == 0)
		return 0
	if (surplus) {
		pass(one, votes[one] - quota)
	} else {
		stands[one] = 0
		out[one] = 1
		pass(one, 0)
	}
	settle()
	return 1
}

END {
	for (i = 1; i <= options; i++)
		stands[i] = 1
	for (p = 1; p <= papers; p++) {
		value[p] = unit
		move(p)
	}
	for (i = 1; i <= options; i++)
		valid += votes[i] / unit
	quota = (int(valid / (seats + 1)) + 1) * unit
	settle()
	while (elected < (unit == 1 ? 1 : seats) && next_round())
		;
	if (round != last)
		wrong(last " rounds where " round " are right")
}
