# What a page quotes of the French vocabulary, its twin must say too: given are
# lib/text/term.def, the French page and the English one.

FNR == 1 { file++ }
file == 1 {
	if (/^(KEY|NAME|SUBJECT|WORD)\(/ && !/^WORD\(ARG_/ && match($0, /"[^"]*"/)) {
		n = split(tolower(substr($0, RSTART + 1, RLENGTH - 2)), word, "|")
		for (; n; n--)
			french[word[n]]
	}
	next
}
file == 2 { page = page tolower($0) "\n"; next }
/^\.((Pq|Po) )?(Ql|Sq) / {
	gsub(/"|^\.|(Pq|Po|Ql|Sq) /, "")
	n = split(tolower($0), word, / [,;:.]( |$)/)
	for (; n; n--)
		if (word[n] in french && !index(page, word[n]))
			print FNR ": not said in French: " word[n]
}
