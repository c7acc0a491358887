# count.awk: with make=1 a field of forces out of the hat that seed is, as YAML
# (form 0) or as Markdown (form 1); else what a report of it has wrong.
function hat(n) { return int(rand() * n) }
function word(fr, en) { return french ? fr : en }
function heads(list,   names)
{
	split(word("Forces motrices;Freins;Risques", "Driving forces;Restraining forces;Risks"), names, ";")
	return names[list]
}

# What the hat holds; the same for the same seed.  Some sheets are out of ten,
# some say their strengths in words, and then all of a side's.
function fill(   list, i)
{
	srand(seed)
	ten = hat(3) == 0; words = !ten && hat(3) == 0
	for (list = 1; list <= 3; list++) {
		size[list] = 1 + hat(5)
		for (i = 1; i <= size[list]; i++) {
			if (list == 1 && i == 1 || hat(5) > 0)
				strength[list, i] = 1 + hat(words ? 3 : ten ? 10 : 5)
			if (hat(3) > 0)
				control[list, i] = hat(4)
			else
				free[list, i] = 1
			if (list == 3 && hat(2))
				likely[i] = 1 + hat(words ? 3 : 5)
			action[list, i] = hat(2)
		}
	}
	if (ten)
		strength[1, 1] = 10
}

function shown(n,   levels)
{
	if (n == "" || !words)
		return n
	split(word("faible moyenne forte", "low medium high"), levels, " ")
	return levels[n]
}

function cell(list, i, what)
{
	return what == 1 ? "text " list i : what == 2 ? shown(strength[list, i]) : what == 3 ? ((list, i) in free ? "" : control[list, i]) : what == 4 ? (action[list, i] ? "do " list i : "") : shown(likely[i])
}

function write(   list, i, k, names, row)
{
	split(word("texte intensité maîtrise action probabilité", "text strength control action likelihood"), names, " ")
	if (form)
		print "---\n" word("langue: fr", "lang: en") "\n---\n\n# " word("Un chapeau", "A hat") "\n\n**" word("Changement", "Change") " :** " word("autre chose", "something else")
	else
		print word("langue: fr\nchangement: autre chose", "lang: en\nchange: something else")
	for (list = 1; list <= 3; list++) {
		print form ? "\n## " heads(list) "\n" : heads(list) ":"
		for (i = 0; i <= size[list]; i++) {
			row = ""
			for (k = 1; k <= 4 + (list == 3); k++)
				if (form)
					row = row "| " (i ? cell(list, i, k) : names[k]) " "
				else if (i && cell(list, i, k) != "")
					row = row (row ? ", " : "") names[k] ": " cell(list, i, k)
			if (form)
				print row "|" (i ? "" : "\n" substr("|---|---|---|---|---|", 1, 17 + 4 * (list == 3)))
			else if (i)
				print "  - {" row "}"
		}
	}
}

function wrong(text) { print "seed " seed ": " text }
function number(text) { gsub("−", "-", text); gsub(",", ".", text); return text + 0 }
function near(printed, exact) { return (number(printed) - exact) ^ 2 < 0.00501 ^ 2 }

# The column of a table's header, or 0.
function column(name,   i)
{
	for (i = 2; i <= columns; i++)
		if (head[i] == name)
			return i
	return 0
}

function check(what, printed, exact)
{
	if (exact == "" ? printed != "" : printed == "" || !near(printed, exact))
		wrong(what ": " printed ", not " exact)
}

BEGIN {
	FS = " *[|] *"
	fill()
	if (make) {
		write()
		exit
	}
	for (list = 1; list <= 3; list++)
		for (i = 1; i <= size[list]; i++) {
			s = strength[list, i]
			sum[list] += s
			if (s != "" && !((list, i) in free))
				lever[list, i] = s * control[list, i]
			acts += action[list, i]
		}
}

/^### / { part = substr($0, 5); row = 0 }
/^\|/ && ++row == 1 { columns = split($0, head, FS) }

/^\|/ && row > 2 && (part == heads(1) || part == heads(2) || part == heads(3)) {
	list = part == heads(1) ? 1 : part == heads(2) ? 2 : 3
	i = row - 2
	items++
	k = column(word("Levier", "Leverage"))
	check("leverage of " list i, k ? $k : "", lever[list, i])
	k = column(word("Criticité", "Exposure"))
	if (list == 3)
		check("exposure of " i, k ? $k : "", strength[3, i] != "" && likely[i] != "" ? strength[3, i] * likely[i] : "")
}

part == word("Bilan", "Balance") && /^\|/ && row > 2 {
	list = row - 2
	check("number of side " list, $3, size[list])
	check("sum of side " list, $4, sum[list] + 0)
}
/^- \*\*Net/ {
	sub(/.*\*\* /, "")
	check("net", $0, sum[1] - sum[2])
	nets++
}
/^- \*\*(Rapport|Ratio)/ {
	sub(/.*\*\* /, "")
	check("ratio", $0, sum[2] ? sum[1] / sum[2] : "")
}

# Actions by leverage, then by strength.
part == "Actions" && /^\|/ && row > 2 {
	split($2, names, " ")
	list = substr(names[2], 1, 1); i = substr(names[2], 2)
	if (seen++ && (lever[list, i] + 0 > was || lever[list, i] + 0 == was && strength[list, i] + 0 > strong))
		wrong($2 " stands too low")
	was = lever[list, i] + 0
	strong = strength[list, i] + 0
}

END {
	if (!make && (nets != 1 || seen + 0 != acts + 0))
		wrong(nets + 0 " nets, " seen + 0 " of " acts " actions")
}
