# An interview out of a hat, with -v make=1, and what interview-sheet must say of
# it, counted word by word from the manual page alone.  -v seed tells which.

function below(n) { return int(rand() * n) }

function pick(list, parts) { return parts[1 + below(split(list, parts, "|"))] }

# What is no word is written between words, and is in none of them.
function draw(a,    i) {
	size[a] = 3 + below(12)
	for (i = 1; i <= size[a]; i++) {
		word[a, i] = pick("barod|clumik|fentor|gallup|l'ivorn|7|hedrix")
		answer[a] = answer[a] (i > 1 ? " " : "") word[a, i] (i < size[a] ? pick("|||,| -| !") : ".")
	}
}

function part_of(a, from, n,    i, text) {
	for (i = from; i < from + n; i++)
		text = text (i > from ? pick(" | |, ") : "") (below(3) ? word[a, i] : toupper(word[a, i]))
	return text
}

function draw_quote(q,    a, cut) {
	a = 1 + below(count)
	cut = 1 + below(size[a] - 1)
	quote[q] = below(4) ? part_of(a, cut, 1 + below(size[a] - cut)) \
	    : part_of(a, 1, cut) " … " part_of(a, cut + 1, size[a] - cut)
	if (!below(4))
		quote[q] = quote[q] " kremp"
}

# Where the words of a part end that begins at a word or later, or 0.
function find(a, from, text,    parts, n, i, at) {
	gsub(/,/, " ", text)
	n = split(tolower(text), parts, " ")
	for (at = from; at + n - 1 <= size[a]; at++) {
		for (i = 1; i <= n && word[a, at + i - 1] == parts[i]; i++)
			continue
		if (i > n)
			return at + n
	}
	return 0
}

function holds(a, q,    parts, n, i, at) {
	n = split(quote[q], parts, " … ")
	at = 1
	for (i = 1; i <= n && at; i++)
		at = find(a, at, parts[i])
	return at
}

function write_all(    a, q, s) {
	print marked ? (french ? "## Échanges\n" : "## Exchanges\n") : french ? "échanges:" : "exchanges:"
	for (a = 1; a <= count; a++)
		if (marked)
			printf "### %s %d ?\n\n%s\n\n", french ? "Quoi" : "What", a, answer[a]
		else
			printf "  - {question: \"%s %d ?\", %s: \"%s\"}\n", french ? "Quoi" : "What", a, \
			    french ? "réponse" : "answer", answer[a]
	print marked ? (french ? "## Citations\n" : "## Quotes\n") : french ? "citations:" : "quotes:"
	for (q = 1; q <= quotes; q++)
		printf marked ? "- %s\n" : "  - \"%s\"\n", quote[q]
	print marked ? (french ? "\n## Parcours\n" : "\n## Career\n") : french ? "parcours:" : "career:"
	for (s = 1; s <= steps; s++)
		printf marked ? "- **%d** step %d\n" : "  - %d: step %d\n", year[s], s
}

BEGIN {
	srand(seed)
	french = seed % 2
	marked = int(seed / 2) % 2
	count = 1 + below(5)
	quotes = 1 + below(5)
	steps = 1 + below(5)
	for (a = 1; a <= count; a++)
		draw(a)
	for (q = 1; q <= quotes; q++)
		draw_quote(q)
	for (s = 1; s <= steps; s++)
		year[s] = 1980 + below(40)
	if (make) {
		write_all()
		exit
	}
	for (y = 1980; y < 2020; y++)
		for (s = 1; s <= steps; s++)
			if (year[s] == y)
				print y "|step " s
	for (q = 1; q <= quotes; q++) {
		for (a = 1; a <= count && !holds(a, q); a++)
			continue
		print (a <= count ? a : "") "|" quote[q]
	}
	for (a = 1; a <= count; a++) {
		print a "|" (french ? "Quoi " : "What ") a " ?|" size[a]
		all += size[a]
	}
	print "Words|" all
}
