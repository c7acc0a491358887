# n random elections from a seed, in both forms and languages, in
# dir/NUMBER-LANGUAGE.yaml or .md; and, behind the number, what a slow count that
# shares nothing with vote-tally finds in each.
# awk -v n=2000 -v seed=1 -v dir=DIR -f election.awk </dev/null

function random(k)
{
	seed = (seed * 16807) % 2147483647
	return int(seed / 2147483647 * k)
}

function word(fr, en) { return french ? fr : en }

# One choice: a label or, at times, a text or a stranger.
function choice()
{
	at = 1 + random(options)
	if (random(60) == 0) {
		strange = 1
		return "Z9"
	}
	given[at]++
	return random(5) ? "O" at : "Option " at
}

function put(line)
{
	print line >file
	lines++
}

# A ballot with so many votes, in one of the forms; its text.
function choices(many, form, i, text, left)
{
	split("", given)
	strange = broken = 0
	form = random(yaml ? 4 : 3)
	if (form == 3) { # a map of numbers, each option once
		for (i = 1; i <= options && many > 0; i++) {
			left = i == options ? many : random(many + 1)
			if (left == 0 && random(2))
				continue
			if (random(80) == 0) {
				broken = 1
				text = text (text ? ", " : "") "O" i ": -1"
				continue
			}
			given[i] = left
			many -= left
			text = text (text ? ", " : "") "O" i ": " left
		}
		return "{" text "}"
	}
	for (i = 1; i <= many; i++)
		text = text (i > 1 ? ", " : "") choice()
	return !yaml ? text : form == 2 ? "\"" text "\"" : "[" text "]"
}

function judge(name, i, used)
{
	cast++
	if (name != "" && (name in seen)) {
		rejected[++rejects] = lines
		return 0
	}
	seen[name] = 1
	for (i = 1; i <= options; i++)
		used += given[i]
	if (strange || broken || (dots && used > dots)) {
		rejected[++rejects] = lines
		return 0
	}
	for (i = 1; i <= options; i++)
		if (given[i] > 1 && (!stacking || !dots)) {
			rejected[++rejects] = lines
			return 0
		}
	if (!used)
		blank++
	return 1
}

function ballot(name, group, text, i)
{
	name = random(4) ? "" : "Voter " random(voters * 3)
	group = random(5) ? "" : "G" random(3)
	text = choices(random((dots ? dots : 3) + (random(6) == 0) + 1))
	if (!yaml)
		put("| " name " | " group " | " (text ? text : word("blanc", "blank")) " |")
	else if (name == "" && group == "" && text ~ /^\[|^"/)
		put("  - " text)
	else if (group == "" && name != "" && random(2))
		put("  - " name ": " text)
	else
		put("  - {" (name != "" ? word("votant: ", "voter: ") name ", " : "") \
		    (group != "" ? word("groupe: ", "group: ") group ", " : "") word("choix: ", "choices: ") text "}")
	if (!judge(name))
		return
	for (i = 1; i <= options; i++) {
		votes[i] += given[i]
		voted[i] += given[i] > 0
		total += given[i]
		if (group != "" && given[i])
			grouped[group, i] += given[i]
	}
	if (group != "")
		groups[group] = 1
}

function people() { return counted ? participants : cast }

function want(line) { print k, line }

function elect(i, j, rank, above, level, out)
{
	for (i = 1; i <= options; i++) {
		rank = 1
		for (j = 1; j <= options; j++)
			rank += votes[j] > votes[i]
		want("option O" i " " rank " " votes[i] + 0 \
		    (counted ? "" : " " voted[i] + 0))
	}
	want("cast " cast + 0 " " blank + 0 " " rejects + 0)
	want("used " total + 0)
	for (i = 1; i <= rejects; i++)
		want("rejected " rejected[i])
	for (group in groups)
		for (i = 1; i <= options; i++)
			want("group " group " O" i " " grouped[group, i] + 0)
	# selected: fewer than winners have as many votes, or more
	for (i = 1; i <= options; i++) {
		above = level = 0
		if (!votes[i] || votes[i] < threshold)
			continue
		for (j = 1; j <= options; j++)
			if (votes[j] && votes[j] >= threshold) {
				above += votes[j] > votes[i]
				level += votes[j] == votes[i]
			}
		if (above + level <= winners)
			want("selected O" i)
	}
	if (dots && counted && participants) {
		out = (participants - rejects) * dots - total
		if (participants >= rejects && out >= 0)
			want("unused " out)
	} else if (dots && !counted) {
		want("unused " (cast - rejects) * dots - total)
	}
}

BEGIN {
	for (k = 1; k <= n; k++) {
		split("", votes); split("", voted); split("", seen)
		split("", rejected); split("", grouped); split("", groups)
		cast = blank = rejects = total = lines = 0
		french = k % 2
		yaml = random(2)
		file = dir "/" k (french ? "-fr" : "-en") (yaml ? ".yaml" : ".md")
		options = 1 + random(9)
		dots = random(8) ? 1 + random(5) : 0
		stacking = random(3) > 0 && dots
		counted = random(3) == 0
		voters = random(40)
		participants = random(2) ? random(60) : 0
		winners = 1 + random(4)
		threshold = random(3) ? 0 : random(8)
		late = random(3) == 0
		if (!late)
			settings()
		section(word("Bulletins", "Ballots"))
		if (!yaml)
			put(word("| Votant | Groupe | Choix |", "| Voter | Group | Choices |") "\n|---|---|---|")
		lines += !yaml
		if (voters == 0) {
			put(yaml ? "  - []" : "| | | " word("blanc", "blank") " |")
			cast++
			blank++
		}
		for (v = 0; v < voters; v++)
			ballot()
		if (late)
			settings()
		if (counted) {
			section(word("Comptes", "Counts"))
			for (i = 1; i <= options; i++) {
				count = random(30)
				put((yaml ? "  O" : "- O") i (yaml ? ": " : word(" : ", ": ")) count)
				votes[i] += count
				total += count
			}
		}
		elect()
		close(file)
	}
}

function section(name)
{
	put(yaml ? tolower(name) ":" : "\n## " name "\n")
	lines += yaml ? 0 : 2
}

function set(key, value) { put(yaml ? tolower(key) ": " value : "- **" key word(" :** ", ":** ") value) }

function settings(i)
{
	section("Options")
	for (i = options; i > 0; i--)
		put(yaml ? "  - O" i ": Option " i : "- **O" i "** Option " i)
	if (!yaml)
		section(word("Règle", "Rules"))
	set(word("Voix", "Dots"), dots ? dots : word("illimité", "unlimited"))
	set(word("Cumul", "Stacking"), stacking ? word("oui", "yes") : word("non", "no"))
	set(word("Retenir", "Winners"), winners)
	if (threshold)
		set(word("Seuil", "Threshold"), threshold)
	if (participants)
		set("Participants", participants)
}
