# count.awk: with make=1 a group out of the hat that seed is, as YAML (form 0)
# or as Markdown (form 1); else what a report of it has wrong.
function hat(n) { return int(rand() * n) }
function word(fr, en) { return french ? fr : en }

# What the hat holds; the same for the same seed.  Values are words that are not
# alike; the last two may be synonyms of the first two.
function fill(   p, i, v)
{
	srand(seed)
	split("joy care pace wit zeal hope", value, " ")
	people = 1 + hat(7); retained = 1 + hat(4)
	ranked = hat(2); merged = hat(2)
	for (p = 1; p <= people; p++) {
		holds[p] = 1 + hat(4)
		for (i = 1; i <= holds[p]; i++) {
			do
				v = 1 + hat(6)
			while ((p, v) in has)
			has[p, v] = 1
			held[p, i] = v
		}
	}
}

function write(   p, i, row)
{
	print (form ? "---\n" : "") word("langue: fr", "lang: en") (form ? "\n---\n\n# " word("Un chapeau", "A hat") "\n\n## " word("Valeurs", "Values") "\n" : "\n" word("valeurs:", "values:"))
	for (p = 1; p <= people; p++) {
		row = ""
		for (i = 1; i <= holds[p]; i++)
			row = row (i > 1 ? ", " : "") value[held[p, i]]
		print form ? "- **P" p "** " row : "  P" p ": [" row "]"
	}
	if (merged)
		print form ? "\n## " word("Synonymes", "Synonyms") "\n\n- **joy** zeal\n- **care** hope" : word("synonymes", "synonyms") ": {joy: [zeal], care: [hope]}"
	print form ? "\n## " word("Règle", "Rules") "\n\n- **" word("À retenir", "To select") " :** " retained "\n- **" word("Classées", "Ranked") " :** " word(ranked ? "oui" : "non", ranked ? "yes" : "no") : word("à retenir", "to select") ": " retained "\n" word("classées", "ranked") ": " word(ranked ? "oui" : "non", ranked ? "yes" : "no")
}

function meant(v) { return merged && v > 4 ? v - 4 : v }

# Each value of a person once, at the place where it is met first.
function prepare(   p, i, v, place, met)
{
	for (p = 1; p <= people; p++) {
		place = 0
		for (i = 1; i <= holds[p]; i++) {
			v = meant(held[p, i])
			if ((p, v) in met)
				continue
			met[p, v] = 1
			count[v]++
			places[v] += ++place
		}
	}
}

function before(a, b)
{
	return count[a] != count[b] ? count[a] > count[b] : ranked && places[a] < places[b]
}

function rank(v,   other, above)
{
	for (other in count)
		above += before(other, v)
	return above + 1
}

# Those of its rank, and whether they stand across the cut.
function state(v,   other, equal)
{
	for (other in count)
		equal += !before(other, v) && !before(v, other)
	if (rank(v) > retained)
		return ""
	return rank(v) + equal - 1 > retained ? word("ex æquo", "tied") : word("oui", "yes")
}

function wrong(text) { print "seed " seed ": " text }
function number(text) { gsub(",", ".", text); return text + 0 }
function near(printed, exact, by) { return (number(printed) - exact) ^ 2 < by ^ 2 }

BEGIN {
	FS = " *[|] *"
	fill()
	if (make) {
		write()
		exit
	}
	prepare()
	for (v in value)
		place_of[value[v]] = v
}

/^### / { part = substr($0, 5); row = 0 }
/^\|/ { row++ }

part == word("Fréquences", "Frequencies") && /^\|/ && row > 2 {
	v = place_of[$3]
	last = $(7 + ranked)
	seen++
	if ($2 != rank(v) || $4 != count[v])
		wrong($0 ", not rank " rank(v) " of " count[v])
	if (!near($6, 100 * count[v] / people, 0.0501))
		wrong($3 " has " $6)
	if (ranked && !near($7, places[v] / count[v], 0.00501))
		wrong($3 " has mean rank " $7 ", not " places[v] / count[v])
	kept += last != ""
	if (last != state(v))
		wrong($3 " is " last ", not " state(v))
}

END {
	if (make)
		exit
	for (v in count) {
		values++
		wanted += state(v) != ""
	}
	if (seen != values || kept != wanted)
		wrong(seen " of " values " values, " kept " of " wanted " retained or tied")
}
