# count.awk: stakeholders out of a hat, for hat.awk.
function fill(   i)
{
	people = 2 + hat(12)
	for (i = 1; i <= people; i++) {
		influence[i] = hat(7) - 1
		interest[i] = hat(7) - 1
		position[i] = hat(6)
		type[i] = hat(4)
		wants[i] = hat(2)
		action[i] = hat(2)
	}
}

function stance(i,   names)
{
	split(word("champion;supportive;neutral;reserved;opposed", "porteur;favorable;neutre;réservé;opposé"), names, ";")
	return names[i]
}

function kind(i,   names)
{
	split(word("staff;resident;firm", "agent;habitant;entreprise"), names, ";")
	return names[i]
}

function field(i,   names)
{
	split(word("name;influence;interest;position;type;expectation;action", "nom;influence;intérêt;position;type;attente;action"), names, ";")
	return names[i]
}

function shown(i, at)
{
	return at == 1 ? "who" i : at == 2 ? (influence[i] < 0 ? "" : influence[i]) : at == 3 ? (interest[i] < 0 ? "" : interest[i]) : at == 4 ? stance(position[i]) : at == 5 ? kind(type[i]) : at == 6 ? (wants[i] ? "a bench" : "") : action[i] ? "call them" : ""
}

function put(   i, at, row)
{
	print (yaml ? "" : "## ") word("Stakeholders", "Parties prenantes") (yaml ? ":" : "\n") >out
	for (i = yaml; i <= people; i++) {
		row = ""
		for (at = 1; at <= 7; at++)
			if (!yaml)
				row = row "| " (i ? shown(i, at) : field(at)) " "
			else if (shown(i, at) != "")
				row = row (row ? ", " : "  - {") field(at) ": " shown(i, at)
		print row (yaml ? "}" : "|") >out
		if (i == 0)
			print "|---|---|---|---|---|---|---|" >out
	}
}

# How many have a position, or any for 0, of a type, or any for -1; weight: what
# influence they have.
function those(at, of, weight,   i, sum)
{
	for (i = 1; i <= people; i++)
		if ((at == 0 || position[i] == at) && (of < 0 || type[i] == of))
			sum += weight ? (influence[i] > 0 ? influence[i] : 0) : 1
	return sum + 0
}

function high(level) { return level >= 3 }

# Who stands in a field of the map, as it is printed.
function names_in(strong, keen, name,   i, list)
{
	for (i = 1; i <= people; i++)
		if (influence[i] >= 0 && interest[i] >= 0 && high(influence[i]) == strong && high(interest[i]) == keen)
			list = list (list ? word("; ", " ; ") : word(": ", " : ")) "who" i
	return "**" name "**" list
}

function finding(i)
{
	return word("'who" i "', of influence " influence[i] ": missing: ", "« who" i " », d'influence " influence[i] " : il manque ") \
		(wants[i] ? "" : word("Expectation", "Attente") (action[i] ? "" : ", ")) (action[i] ? "" : "Action")
}

function count(   at, of, i, part, keen, dull, strong, weak, number, few, lacking, all)
{
	part = word("Map", "Carte")
	dull = word("Interest 0 to 2", "Intérêt de 0 à 2")
	keen = word("Interest 3 to 5", "Intérêt de 3 à 5")
	strong = word("3 to 5", "de 3 à 5")
	weak = word("0 to 2", "de 0 à 2")
	same("strong and dull", told[part, strong, dull], names_in(1, 0, word("Keep satisfied", "Satisfaire")))
	same("strong and keen", told[part, strong, keen], names_in(1, 1, word("Manage closely", "Associer de près")))
	same("weak and dull", told[part, weak, dull], names_in(0, 0, word("Monitor", "Suivre")))
	same("weak and keen", told[part, weak, keen], names_in(0, 1, word("Keep informed", "Tenir informé")))
	part = word("Weight of the positions", "Poids des positions")
	number = word("Number", "Nombre")
	for (at = 1; at <= 5; at++) {
		near(stance(at), told[part, stance(at), number], those(at, -1))
		near(stance(at) " weight", told[part, stance(at), "Influence"], those(at, -1, 1))
	}
	if (those(0, -1) > those(0, 0) && (part, word("Influence of champions and supporters", "Influence de ceux qui portent ou sont favorables")) in told) {
		near("for", told[part, word("Influence of champions and supporters", "Influence de ceux qui portent ou sont favorables")], those(1, -1, 1) + those(2, -1, 1))
		near("against", told[part, word("Influence of those reserved or opposed", "Influence de ceux qui sont réservés ou opposés")], those(4, -1, 1) + those(5, -1, 1))
	}
	part = word("By type and position", "Par type et position")
	for (of = 1; of <= 3; of++) {
		near(kind(of), told[part, kind(of), number], those(0, of))
		for (at = 1; at <= 5; at++)
			near(kind(of) " " stance(at), told[part, kind(of), stance(at)], those(at, of))
	}
	part = word("To check", "À vérifier")
	few = 3
	for (i = 1; i <= people; i++)
		if (lacks(i)) {
			lacking++
			all = all (lacking > 1 ? ", " : "") "who" i
		}
	for (i = 1; i <= people; i++)
		if (((part, finding(i)) in told) != (lacks(i) && lacking <= few))
			wrong("who" i " is " ((part, finding(i)) in told ? "" : "not ") "found")
	if (lacking > few && !((part, lacking word(" influential stakeholders without expectation or action: ", " parties prenantes influentes sans attente ou sans action : ") all) in told))
		wrong("not found together: " all)
}

function lacks(i)
{
	return high(influence[i]) && !(wants[i] && action[i])
}
