# A wall out of a hat, with -v make=1, and what question-wall must say of it,
# counted pair by pair from the manual page alone.  -v seed tells which.

function below(n) { return int(rand() * n) }

function pick(list, parts) { return parts[1 + below(split(list, parts, "|"))] }

function draw(q,    n, i) {
	for (i = 2 + below(5); i > 0; i--)
		text[q] = text[q] " " pick("barod|barods|clumik|fentor|gallup|hedrix|hedri|ivorn|justal|kremp|lovand|mostir")
	text[q] = (french ? "Comment" : "How") text[q] " ?"
	theme[q] = pick("Quay|Market||Barges")
	chosen[q] = !below(4)
	given[q] = below(3) ? 0 : free += 1 + below(3)
}

function write_all(    q) {
	if (marked) {
		print (french ? "## Questions\n\n| N° | Question | Thème | Retenue |" \
		    : "## Questions\n\n| No. | Question | Theme | Selected |") "\n| - | - | - | - |"
		for (q = 1; q <= count; q++)
			printf "| %s | %s | %s | %s |\n", given[q] ? given[q] : "", text[q], theme[q], \
			    chosen[q] ? french ? "oui" : "yes" : ""
		return
	}
	print "questions:"
	for (q = 1; q <= count; q++)
		printf "  - {%s%s: %s%s%s}\n", given[q] ? (french ? "n°: " : "no: ") given[q] ", " : "", \
		    french ? "texte" : "text", text[q], \
		    theme[q] == "" ? "" : ", " (french ? "thème: " : "theme: ") theme[q], \
		    chosen[q] ? french ? ", retenue: oui" : ", selected: yes" : ""
}

# The telling words of a text, each once, without a final s or x.
function tell(q,    parts, i, n, word) {
	n = split(text[q], parts, " ")
	for (i = 2; i < n; i++) {
		word = parts[i]
		sub(/[sx]$/, "", word)
		if (!((q, word) in has)) {
			has[q, word] = 1
			words[q] = words[q] " " word
			size[q]++
		}
	}
}

function common(a, b,    parts, i, n, both) {
	n = split(words[a], parts, " ")
	for (i = 1; i <= n; i++)
		both += (b, parts[i]) in has
	return both
}

BEGIN {
	srand(seed)
	french = seed % 2
	marked = int(seed / 2) % 2
	count = 1 + below(9)
	for (q = 1; q <= count; q++)
		draw(q)
	if (make) {
		write_all()
		exit
	}
	for (q = 1; q <= count; q++) {
		number[q] = given[q] ? given[q] : ++free
		tell(q)
		themes[theme[q] == "" ? "No theme" : theme[q]]++
		selected[theme[q] == "" ? "No theme" : theme[q]] += chosen[q]
		themed = themed || theme[q] != ""
		some = some || chosen[q]
		print number[q] "|" text[q] "|" theme[q]
		if (chosen[q])
			print "chosen|" number[q] "|" text[q]
	}
	for (t in themes)
		if (themed)
			print t "|" themes[t] (some ? "|" selected[t] : "")
	for (a = 1; a <= count; a++)
		for (b = 1; b <= count; b++)
			if (number[a] < number[b] && 10 * common(a, b) >= 3 * (size[a] + size[b]))
				printf "questions %d and %d: %d%%\n", number[a], number[b], 200 * common(a, b) / (size[a] + size[b]) + 0.5
}
