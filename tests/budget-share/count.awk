# count.awk: five hundred budgets out of a hat: with make=BEGINNING they are
# written, by the beginning of their names; else reports of them, which are
# operands, are held against a slow count, from the manual page alone: each
# voter's money is a fraction of its own.
function hat(n) { return int(rand() * n) }

# What the hat of a number holds.
function fill(number,   p, v)
{
	srand(number)
	split("by votes|by points|equal shares|equal shares|equal shares", rules, "|")
	split("none|by votes|add1|add1 then votes", completions, "|")
	rule = rules[1 + hat(5)]
	completion = completions[1 + hat(4)]
	stops = hat(3) == 0
	exhaustive = hat(2)
	projects = 2 + hat(4)
	voters = 1 + hat(6)
	most = rule == "by points" ? 4 : hat(3) == 0 ? 2 : 1
	if (most > 1 && rule == "equal shares") {
		projects = 2 + hat(3)
		voters = 1 + hat(4)
	}
	money = 10 + hat(50)
	capped = hat(4) == 0 ? 5 + hat(30) : 0
	least = hat(4) == 0 ? 1 + hat(3) : 0
	for (p = 1; p <= projects; p++) {
		cost[p] = 1 + hat(30)
		kind[p] = hat(2) || (capped && p == 1)
		votes[p] = points[p] = 0
		for (v = 1; v <= voters; v++) {
			given[v, p] = hat(2) ? 1 + hat(most) : 0
			votes[p] += given[v, p] > 0
			points[p] += given[v, p]
		}
	}
}

function yes(what) { return what ? "yes" : "no" }

function put(out,   p, v, line)
{
	print "budget: " money "\nmethod: " rule > out
	print "completion: " completion "\nstop: " yes(stops) > out
	print "exhaustive: " yes(exhaustive) "\nstacking: " yes(most > 1) > out
	print "tie-break: [cost, votes, order]" > out
	if (least)
		print "threshold: " least > out
	if (capped)
		print "caps:\n  K1: €" capped > out
	print "projects:" > out
	for (p = 1; p <= projects; p++)
		print "  - {id: A" p ", project: a" p ", cost: " cost[p] (kind[p] ? ", category: K1" : "") "}" > out
	print "ballots:" > out
	for (v = 1; v <= voters; v++) {
		line = ""
		for (p = 1; p <= projects; p++)
			if (given[v, p])
				line = line (line ? ", " : "") "A" p ": " given[v, p]
		print "  - " (line ? "{choices: {" line "}}" : "[]") > out
	}
	close(out)
}

function gcd(a, b,   r) { while (b) { r = a % b; a = b; b = r } return a }

# What is left of money, and of what a category may have.
function left_for(p,   q, left, cap)
{
	left = money; cap = capped
	for (q = 1; q <= projects; q++)
		if (kept[q]) {
			left -= cost[q]
			if (kind[q])
				cap -= cost[q]
		}
	return capped && kind[p] && cap < left ? cap : left
}
function cap_left(p,   q, cap)
{
	cap = capped
	for (q = 1; q <= projects; q++)
		if (kept[q] && kind[q])
			cap -= cost[q]
	return capped && kind[p] ? cap : 1e9
}
function spent_now(   q, sum)
{
	for (q = 1; q <= projects; q++)
		sum += kept[q] ? cost[q] : 0
	return sum + 0
}

function may(p) { return votes[p] > 0 && votes[p] >= least && cost[p] <= money }

# Whether one goes before another that is as good.
function breaks(a, b)
{
	if (cost[a] != cost[b])
		return cost[a] < cost[b]
	return votes[a] != votes[b] ? votes[a] > votes[b] : a < b
}

function keep(p) { kept[p] = 1; list = list " A" p }

function greedy(score, halts,   done, p, best, i)
{
	for (i = 1; i <= projects; i++) {
		best = 0
		for (p = 1; p <= projects; p++)
			if (!done[p] && (!best || score[p] > score[best] || (score[p] == score[best] && breaks(p, best))))
				best = p
		done[best] = 1
		if (kept[best] || !may(best))
			continue
		if (cost[best] <= left_for(best))
			keep(best)
		else if (halts)
			return
	}
}

# Finds what each of a project's supporters would give for a point, as over/under:
# for every number of those who give all they have, the poorest.
function price(p,   v, n, who, i, j, t, weight, a, b, g)
{
	n = 0
	for (v = 1; v <= voters; v++)
		if (given[v, p])
			who[++n] = v
	for (i = 2; i <= n; i++)
		for (j = i; j > 1 && num[who[j]] * den[who[j - 1]] * given[who[j - 1], p] < num[who[j - 1]] * den[who[j]] * given[who[j], p]; j--) {
			t = who[j]; who[j] = who[j - 1]; who[j - 1] = t
		}
	a = cost[p]; b = 1 # what is still to be paid
	for (i = 1; i <= n; i++) {
		weight = 0
		for (j = i; j <= n; j++)
			weight += given[who[j], p]
		# a / (b weight) a point is not more than the poorest has
		if (a * den[who[i]] * given[who[i], p] <= num[who[i]] * b * weight) {
			over = a; under = b * weight
			g = gcd(over, under); over /= g; under /= g
			return 1
		}
		a = a * den[who[i]] - num[who[i]] * b
		b *= den[who[i]]
		g = gcd(a, b); a /= g; b /= g
	}
	return 0
}

# Buys with so much money each.
function buy(a, b,   v, p, best, o, u, x, y, g)
{
	split("", kept); list = ""
	for (v = 1; v <= voters; v++) { num[v] = a; den[v] = b }
	for (;;) {
		best = 0
		for (p = 1; p <= projects; p++) {
			if (kept[p] || !may(p) || cost[p] > cap_left(p) || !price(p))
				continue
			if (best) {
				x = over * u * cost[best]; y = o * under * cost[p]
			}
			if (!best || x < y || (x == y && breaks(p, best))) {
				best = p; o = over; u = under
			}
		}
		if (!best)
			return
		keep(best)
		for (v = 1; v <= voters; v++) {
			if (!given[v, best])
				continue
			x = num[v] * u - given[v, best] * o * den[v]
			y = den[v] * u
			if (x <= 0) {
				num[v] = 0; den[v] = 1
			} else {
				g = gcd(x, y); num[v] = x / g; den[v] = y / g
			}
		}
	}
}

function save(   p) { split("", was); for (p in kept) was[p] = kept[p]; was_list = list }
function restore(   p) { split("", kept); for (p in was) kept[p] = was[p]; list = was_list }

function is_done(   p)
{
	for (p = 1; p <= projects; p++)
		if (!kept[p] && may(p) && cost[p] <= cap_left(p) && (!exhaustive || cost[p] <= left_for(p)))
			return 0
	return 1
}

function equal(   p, each, all, on)
{
	all = 1; split("", kept); list = ""
	for (p = 1; p <= projects; p++)
		if (may(p)) {
			if (cost[p] > left_for(p))
				all = 0
			keep(p)
		}
	if (all)
		return
	buy(money, voters)
	each = int(money / voters)
	while (completion ~ /add1/ && !is_done()) {
		save()
		buy(++each, 1)
		if (spent_now() > money) {
			restore()
			break
		}
	}
	if (completion ~ /votes/)
		greedy(votes, stops)
}

function count(   heard)
{
	split("", kept); list = ""
	if (rule == "by votes")
		greedy(votes, stops)
	else if (rule == "by points")
		greedy(points, stops)
	else
		equal()
	heard = told
	if (list != heard)
		print "budget " number ": " heard ", and not" list
}

BEGIN {
	for (number = 1; make && number <= 500; number++) {
		fill(number)
		put(make number ".yaml")
	}
	if (make)
		exit
}

FNR == 1 {
	if (number)
		count()
	number = FILENAME
	sub(/.*hat-/, "", number)
	number += 0
	fill(number)
	told = section = ""
}

/^### / { section = $0 }
section == "### Selected" && /^\| +[0-9]/ { told = told " " $4 }

END { if (!make) count() }
