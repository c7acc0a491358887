# count.awk: plans out of a hat, for hat.awk: publics by phases, in degrees 1
# (the lowest) to 4, or several in a place; phase 2 is the decision.
function fill(   i, j, k)
{
	publics = 1 + hat(4); phases = 2 + hat(3)
	split("low mid high top", degree, " ")
	for (i = 1; i <= publics; i++)
		for (j = 1; j <= phases; j++)
			for (k = 1; k <= 4; k++)
				offered[i, j, k] = hat(5) == 0
}

function phase(j) { return j == 2 ? "Decision" : "P" j }

# The degrees in a place, the highest first.
function place(i, j,   k, all)
{
	for (k = 4; k > 0; k--)
		if (offered[i, j, k])
			all = all (all == "" ? "" : " ; ") degree[k]
	return all
}

function put(   i, j, k)
{
	if (yaml)
		print "publics:" >out
	else
		print "## Publics\n" >out
	for (i = 1; i <= publics; i++)
		print (yaml ? "  " : "") "- Public " i >out
	if (yaml) {
		print "plan:" >out
		for (i = 1; i <= publics; i++)
			for (j = 1; j <= phases; j++)
				for (k = 1; k <= 4; k++)
					if (offered[i, j, k])
						print "  - {public: Public " i ", phase: " phase(j) ", degree: " degree[k] "}" >out
		print "  - {public: Public 1, phase: P1, reason: none}" >out
	} else {
		printf "\n## Grid\n\n| Public |" >out
		for (j = 1; j <= phases; j++)
			printf " %s |", phase(j) >out
		printf "\n|---|" >out
		for (j = 1; j <= phases; j++)
			printf "---|" >out
		for (i = 1; i <= publics; i++) {
			printf "\n| Public %d |", i >out
			for (j = 1; j <= phases; j++)
				printf " %s |", place(i, j) >out
		}
		print "\n\n## Rules\n" >out
	}
	printf (yaml ? "phases: [P1" : "- **Phases:** P1") >out
	for (j = 2; j <= phases; j++)
		printf ", %s", phase(j) >out
	print (yaml ? "]\ndegrees: [low, mid, high, top]" : "\n- **Degrees:** low, mid, high, top") >out
}

function highest(i, j,   k)
{
	for (k = 4; k > 0 && !offered[i, j, k]; k--)
		;
	return k
}

# The highest degree in the last phase before one that has any.
function earlier(i, j)
{
	while (--j > 0)
		if (highest(i, j) > 0)
			return highest(i, j)
	return 0
}

function name(k) { return k > 0 ? degree[k] : word("nothing", "rien") }

function count(   i, j, top, when, falls, heading)
{
	heading = word("By public", "Par public")
	for (i = 1; i <= publics; i++) {
		top = 0
		when = falls = ""
		for (j = 1; j <= phases; j++) {
			same("Public " i ", " phase(j), told[word("Grid", "Grille"), "Public " i, phase(j)], place(i, j))
			if (highest(i, j) > top)
				top = highest(i, j)
		}
		for (j = 1; j <= phases; j++) {
			if (top > 0 && highest(i, j) == top)
				when = when (when == "" ? "" : ", ") phase(j)
			if ((highest(i, j) > 0 || j == 2) && highest(i, j) < earlier(i, j))
				falls = falls (falls == "" ? "" : ", ") phase(j) word(": ", " : ") name(earlier(i, j)) " → " name(highest(i, j))
		}
		same("Public " i ", highest", told[heading, "Public " i, word("Highest degree", "Degré le plus haut")], name(top))
		same("Public " i ", phases", told[heading, "Public " i, "Phases"], when)
		same("Public " i ", falls", told[heading, "Public " i, word("Falls", "Baisses")], falls)
	}
}
