# n random votes of two stations from a seed, each as YAML and as Markdown, in
# French or English: dir/NUMBER.{north,south}.{yaml,md}, and the settings of both
# in dir/NUMBER.set.{yaml,md}.
# awk -v n=100 -v seed=1 -v dir=DIR -f stations.awk </dev/null

function random(k)
{
	seed = (seed * 16807) % 2147483647
	return int(seed / 2147483647 * k)
}

function word(fr, en) { return french ? fr : en }
function pick(list, many, parts)
{
	many = split(list, parts, "|")
	return parts[1 + random(many)]
}

# A setting, as often as given of four.
function set(often, key, value)
{
	if (random(4) >= often)
		return
	print key ": " value >yaml
	print "- **" key " :** " value >md
}

function settings(i, name)
{
	print word("titre: Les arbres", "title: The trees") >yaml
	print word("# Les arbres\n", "# The trees\n") >md
	set(4, word("question", "question"), word("Que planter", "What to plant"))
	set(4, word("voix par personne", "dots per person"), dots)
	set(2, word("cumul", "stacking"), dots + 0 ? pick(word("oui|non", "yes|no")) : word("non", "no"))
	set(3, word("à retenir", "winners"), 1 + random(3))
	set(2, word("seuil", "threshold"), pick(word("3|1/3|25 %|un tiers|plus de 10 %", "3|1/3|25%|one third|more than 10%")))
	set(3, "quorum", pick(word("5|2/3|50 %|deux tiers|plus de la moitié|la majorité", "5|2/3|50%|two thirds|more than half|a majority")))
	if (random(2)) {
		set(4, word("départage", "tie-break"), word("tirage", "draw"))
		set(4, word("graine", "seed"), "lot " random(99))
	} else
		set(2, word("départage", "tie-break"), word("ordre", "order"))
	print "options:" >yaml
	print "\n## Options\n" >md
	for (i = 1; i <= options; i++) {
		at = given ? options + 1 - i : i
		name = word("Arbre ", "Tree ") at
		print "  - " (labels ? label(at) ": " : "") name >yaml
		print "- " (labels ? label(at) mark " " : "") name >md
	}
}

function label(i) { return substr("ABCDEFGH", i, 1) }
function name(i) { return labels && random(2) ? label(i) : word("Arbre ", "Tree ") i }

# What one voter chooses, parted by commas.
function choices(many, i, text, used)
{
	split("", used)
	for (many = random(dots + 0 ? dots + 1 : 4); many > 0; many--) {
		i = 1 + random(options)
		if (i in used)
			continue
		used[i] = 1
		text = text (text ? ", " : "") name(i)
	}
	return text ? text : word("blanc", "blank")
}

function station(i, text, form, many, count)
{
	if (random(3)) {
		text = 20 + random(30)
		print word("inscrits", "electorate") ": " text >yaml
		print "- **" word("Inscrits", "Electorate") " :** " text >md
	}
	if (random(3)) {
		text = 8 + random(12)
		print word("participants", "participants") ": " text >yaml
		print "- **Participants :** " text >md
	}
	if (random(4) == 0) {
		print word("comptes:", "counts:") >yaml
		print "\n## " word("Comptes", "Counts") "\n" >md
		for (i = 1; i <= options; i++) {
			count = random(9)
			text = name(i)
			print "  " text ": " count >yaml
			print "- " text " : " count >md
		}
		return
	}
	print word("bulletins:", "ballots:") >yaml
	print "\n## " word("Bulletins", "Ballots") "\n" >md
	form = random(3)
	many = 2 + random(9)
	for (i = 1; i <= many; i++) {
		text = choices()
		if (form == 0) {
			print "  - \"" text "\"" >yaml
			print "- " text >md
			continue
		}
		voter = (part == 2 ? "Nora " : "Sam ") i
		print "  - " voter ": [" text "]" >yaml
		print (form == 1 ? "- **" voter " :** " : "- " voter " : ") text >md
	}
}

BEGIN {
	for (k = 1; k <= n; k++) {
		french = random(2)
		options = 2 + random(5)
		labels = random(2)
		mark = pick(":| :|)")
		given = random(2)
		dots = random(5) ? 1 + random(4) : word("illimité", "unlimited")
		for (part = 1; part <= 3; part++) {
			base = dir "/" k "." pick(substr("set  northsouth", 5 * part - 4, 5))
			gsub(/ /, "", base)
			yaml = base ".yaml"
			md = base ".md"
			if (part == 1)
				settings()
			else
				station()
			close(yaml)
			close(md)
		}
	}
}
