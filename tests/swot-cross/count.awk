# count.awk: with make=1 a sheet out of the hat that seed is, as YAML (form 0)
# or as Markdown (form 1); else what a report of that sheet has wrong.
function hat(n) { return int(rand() * n) }
function word(fr, en) { return french ? fr : en }
function label(list, i) { return substr("SWOT", list, 1) i }

# The quadrants cross list 1 or 2 with list 3 or 4: SO, WO, ST, WT.
function inside(quadrant) { return quadrant % 2 ? 1 : 2 }
function outside(quadrant) { return quadrant < 3 ? 3 : 4 }

# What the hat holds; the same for the same seed.
function fill(   list, i, q, a, b, p)
{
	srand(seed)
	for (list = 1; list <= 4; list++) {
		size[list] = 1 + hat(4)
		for (i = 1; i <= size[list]; i++)
			weight[list, i] = hat(3) ? 1 : hat(4)
	}
	people = 1 + hat(3)
	for (q = 1; q <= 4; q++)
		for (a = 1; a <= size[inside(q)]; a++)
			for (b = 1; b <= size[outside(q)]; b++) {
				given[q, a, b] = hat(4) > 0
				for (p = 1; p <= people && given[q, a, b]; p++)
					if (hat(4) > 0) {
						score[q, a, b, p] = hat(13) / 2 - 3
						total[q, a, b] += score[q, a, b, p]
						count[q, a, b]++
					}
			}
}

function key(list,   keys)
{
	split(word("forces faiblesses opportunités menaces", "strengths weaknesses opportunities threats"), keys, " ")
	return keys[list]
}

# The text of a crossing, with its scores.
function cell(q, a, b,   p, text, scores)
{
	if (!given[q, a, b])
		return ""
	text = "cell " q a b
	for (p = 1; p <= people; p++)
		if ((q, a, b, p) in score)
			scores = scores (scores ? " ; " : "") "P" p " " (score[q, a, b, p] < 0 ? "" : "+") score[q, a, b, p]
	return text (scores ? " (" scores ")" : "")
}

function write_yaml(   list, i, q, a, b)
{
	print word("langue: fr", "lang: en")
	for (list = 1; list <= 4; list++) {
		print key(list) ":"
		for (i = 1; i <= size[list]; i++)
			printf "  - {id: %s, %s: text %s, %s: %s}\n", label(list, i), word("texte", "text"), label(list, i), word("poids", "weight"), weight[list, i]
	}
	print word("croisements", "crossings") ":"
	for (q = 1; q <= 4; q++)
		for (a = 1; a <= size[inside(q)]; a++)
			for (b = 1; b <= size[outside(q)]; b++)
				if (given[q, a, b])
					printf "  %s %s: \"%s\"\n", label(inside(q), a), label(outside(q), b), cell(q, a, b)
}

function write_markdown(   list, i, q, a, b)
{
	print "---\nlang: " word("fr", "en") "\n---\n\n# " word("Un chapeau", "A hat")
	for (list = 1; list <= 4; list++) {
		print "\n## " key(list) "\n\n| " word("Repère | Texte | Poids", "Label | Text | Weight") " |\n|---|---|---|"
		for (i = 1; i <= size[list]; i++)
			print "| " label(list, i) " | text " label(list, i) " | " weight[list, i] " |"
	}
	print "\n## " word("Croisements", "Crossings")
	for (q = 1; q <= 4; q++) {
		printf "\n| %s / %s |", key(inside(q)), key(outside(q))
		for (b = 1; b <= size[outside(q)]; b++)
			printf " %s |", label(outside(q), b)
		printf "\n|---|"
		for (b = 1; b <= size[outside(q)]; b++)
			printf "---|"
		print ""
		for (a = 1; a <= size[inside(q)]; a++) {
			printf "| %s |", label(inside(q), a)
			for (b = 1; b <= size[outside(q)]; b++)
				printf " %s |", cell(q, a, b)
			print ""
		}
	}
}

# The sums of quadrants and of factors: means of crossings, weighted for those.
function prepare(   q, a, b, mean, weighted)
{
	for (q = 1; q <= 4; q++)
		for (a = 1; a <= size[inside(q)]; a++)
			for (b = 1; b <= size[outside(q)]; b++) {
				filled[q] += given[q, a, b]
				cells[q]++
				if (!count[q, a, b])
					continue
				mean = total[q, a, b] / count[q, a, b]
				of[label(inside(q), a) " × " label(outside(q), b)] = mean
				scored[q]++
				sum[q] += mean
				weighted = mean * weight[inside(q), a] * weight[outside(q), b]
				add(label(inside(q), a), weighted)
				add(label(outside(q), b), weighted)
			}
}

function add(factor, value)
{
	used[factor] = 1
	if (value > 0)
		above[factor] += value
	else
		below[factor] += value
}

function size_of(value) { return value < 0 ? -value : value }

function rank(name,   other, better)
{
	for (other in of)
		better += size_of(of[other]) > size_of(of[name]) + 1e-9
	return better + 1
}

function wrong(text) { print "seed " seed ": " text }
function number(text) { gsub("−", "-", text); gsub(",", ".", text); return text + 0 }
function near(printed, exact) { return (number(printed) - exact) ^ 2 < 0.00501 ^ 2 }

# The names of the quadrants with the highest mean, if that is above zero; and
# of those below zero.
function best(q,   other)
{
	if (!scored[q] || sum[q] <= 1e-9)
		return 0
	for (other = 1; other <= 4; other++)
		if (scored[other] && sum[other] / scored[other] > sum[q] / scored[q] + 1e-9)
			return 0
	return 1
}

function name(q)
{
	if (french)
		return (q % 2 ? "Forces" : "Faiblesses") " / " (q < 3 ? "Opportunités" : "Menaces")
	return (q % 2 ? "Strengths" : "Weaknesses") " / " (q < 3 ? "Opportunities" : "Threats")
}

function check_pair(line, blocks,   q)
{
	for (q = 1; q <= 4; q++)
		if ((index(line, name(q)) > 0) != (blocks ? sum[q] < -1e-9 : best(q)))
			wrong(name(q) (blocks ? " blocks" : " is the posture") ", or should be: " line)
}

BEGIN {
	FS = " *[|] *"
	fill()
	if (make) {
		if (form)
			write_markdown()
		else
			write_yaml()
		exit
	}
	prepare()
}

/^### / { part = $0; tables = 0 }
/^\|/ && !row++ { tables++ }
!/^\|/ { row = 0 }
part != word("### Bilan", "### Balance") { next }

/^- \*\*Posture/ { check_pair($0, 0); postures++ }
/^- \*\*(Ce qui bloque|What blocks)/ { check_pair($0, 1); blocks++ }
row < 3 { next }

tables == 1 {
	q = ++quadrants
	if ($2 != name(q) || $3 != filled[q] "/" cells[q] || $4 != scored[q] + 0)
		wrong("quadrant: " $0)
	if (scored[q] && (!near($5, sum[q]) || !near($6, sum[q] / scored[q])))
		wrong($2 " has " $5 ", not " sum[q])
}

tables == 2 {
	split($2, words, " ")
	factor = words[1]
	factors++
	if (!near($3, above[factor]) || !near($4, below[factor]) || !near($5, above[factor] + below[factor]))
		wrong(factor ": " $0 ", not " above[factor] " " below[factor])
}

tables == 3 {
	ranked++
	if (!near($4, of[$3]))
		wrong($3 " has mean " $4 ", not " of[$3])
	if ($2 != rank($3))
		wrong($3 " has rank " $2 ", not " rank($3))
}

END {
	if (make)
		exit
	for (crossing in of)
		crossings++
	for (factor in used)
		factors--
	for (q = 1; q <= 4; q++)
		blocked = blocked || sum[q] < -1e-9
	if (crossings && (quadrants != 4 || factors != 0 || ranked != crossings || postures != 1 || (blocks > 0) != blocked))
		wrong(quadrants + 0 " quadrants, " ranked + 0 " of " crossings " crossings, " factors " factors too many, " blocks + 0 " lines of what blocks")
}
