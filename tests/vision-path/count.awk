# Visions out of a hat, with -v make=1, and what vision-path must say of them,
# counted text by text from the manual page alone.  -v seed tells which.

function below(n) { return int(rand() * n) }

function pick(list, parts) { return parts[1 + below(split(list, parts, "|"))] }

function fr(one, other) { return french ? one : other }

function draw(    d, s, v, i) {
	for (d = 1; d <= dims; d++) {
		real[d] = below(40) / 2
		want[d] = below(40) / 2
		unit[d] = pick("| km| h")
	}
	for (s = 1; s <= steps; s++) {
		of[s] = 1 + below(dims)
		when[s] = below(4) ? sprintf("2026-%02d-%02d", 1 + below(12), 1 + below(28)) : ""
	}
	for (v = 1; v <= texts; v++) {
		who[v] = substr("AABCDE", 1 + below(6), 1) "nna"
		where[v] = below(dims + 1)
		for (i = 2 + below(4); i > 0; i--)
			text[v] = text[v] " " pick("barod|clumik|fentor|gallups|gallup|hedrix|ivorn|justal")
		text[v] = substr(text[v], 2)
	}
}

function write_yaml(    d, s, v) {
	print "dimension:"
	for (d = 1; d <= dims; d++) {
		printf "  - Dim %d:\n      %s: {%s: is %d, %s: %s%s}\n", d, fr("réalité", "reality"), \
		    fr("fait", "fact"), d, fr("valeur", "value"), real[d], unit[d]
		printf "      vision: {%s: wants %d, %s: %s%s}\n", fr("texte", "text"), d, fr("valeur", "value"), want[d], unit[d]
		print "      " fr("étapes", "steps") ":"
		for (s = 1; s <= steps; s++)
			if (of[s] == d)
				printf "        - {%s: step %d%s}\n", fr("quoi", "what"), s, \
				    when[s] == "" ? "" : ", " fr("quand", "when") ": " when[s]
	}
	print fr("visions individuelles:", "individual visions:")
	for (v = 1; v <= texts; v++)
		printf "  - %s: [{dimension: \"%s\", %s: %s}]\n", who[v], where[v] ? "Dim " where[v] : "", fr("texte", "text"), text[v]
}

function write_marked(    d, s, v) {
	print "## " fr("Réalité", "Reality") "\n\n| Dimension | " fr("Fait | Valeur", "Fact | Value") " |\n| - | - | - |"
	for (d = 1; d <= dims; d++)
		printf "| Dim %d | is %d | %s%s |\n", d, d, real[d], unit[d]
	print "\n## Vision\n\n| Dimension | " fr("Texte | Valeur", "Text | Value") " |\n| - | - | - |"
	for (d = 1; d <= dims; d++)
		printf "| Dim %d | wants %d | %s%s |\n", d, d, want[d], unit[d]
	print "\n## " fr("Étapes", "Steps") "\n\n| Dimension | " fr("Quoi | Quand", "What | When") " |\n| - | - | - |"
	for (d = 1; d <= dims; d++)
		for (s = 1; s <= steps; s++)
			if (of[s] == d)
				printf "| Dim %d | step %d | %s |\n", of[s], s, when[s]
	print "\n## " fr("Visions individuelles", "Individual visions") "\n\n| " fr("Nom", "Name") " | Dimension | " fr("Texte", "Text") " |\n| - | - | - |"
	for (v = 1; v <= texts; v++)
		printf "| %s | %s | %s |\n", who[v], where[v] ? "Dim " where[v] : "", text[v]
}

function tell(v,    parts, i, n, word) {
	n = split(text[v], parts, " ")
	for (i = 1; i <= n; i++) {
		word = parts[i]
		sub(/[sx]$/, "", word)
		if (!((v, word) in has)) {
			has[v, word] = 1
			words[v] = words[v] " " word
			size[v]++
		}
	}
}

function alike(a, b,    parts, i, n, both) {
	n = split(words[a], parts, " ")
	for (i = 1; i <= n; i++)
		both += (b, parts[i]) in has
	return 2 * both / (size[a] + size[b])
}

# Each text goes with the one before it that is most like it.
function group(    v, b, best) {
	for (v = 1; v <= texts; v++) {
		tell(v)
		best = 0
		for (b = 1; b < v; b++)
			if (where[b] == where[v] && alike(v, b) >= 0.5 && (!best || alike(v, b) > alike(v, best)))
				best = b
		for (b = 1; b < v; b++)
			if (best && where[b] == where[v] && alike(v, b) == alike(v, best) && with[b] != with[best])
				print "tied"
		with[v] = best ? with[best] : v
		if (!((with[v], who[v]) in met)) {
			met[with[v], who[v]] = 1
			people[with[v]]++
			names[with[v]] = names[with[v]] (people[with[v]] > 1 ? ", " : "") who[v]
		}
	}
}

function signed(x) { return x < 0 ? "−" (-x) : "+" x }

BEGIN {
	srand(seed)
	french = seed % 2
	marked = int(seed / 2) % 2
	dims = 1 + below(3)
	steps = below(6)
	texts = 1 + below(9)
	draw()
	if (make) {
		if (marked)
			write_marked()
		else
			write_yaml()
		exit
	}
	group()
	for (d = 1; d <= dims; d++) {
		for (s = n = 0; s <= steps; s++)
			n += of[s] == d
		print "gap|Dim " d "|" signed(want[d] - real[d]) unit[d] "|" n
	}
	for (v = 1; v <= texts; v++)
		if (people[v] > 1)
			print "shared|" (where[v] ? "Dim " where[v] : "") "|" text[v] "|" people[v] "|" names[v]
	for (m = 1; m < 12 * 31; m++)
		for (d = 1; d <= dims; d++)
			for (s = 1; s <= steps; s++)
				if (of[s] == d && when[s] == sprintf("2026-%02d-%02d", 1 + m / 31, m % 31))
					print "step " s
	for (d = 1; d <= dims; d++)
		for (s = 1; s <= steps; s++)
			if (of[s] == d && when[s] == "")
				print "step " s
}
