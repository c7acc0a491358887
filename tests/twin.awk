# The frame of a manual page, for comparing it with its twin in another language:
# in order its sections, subsections, lists with the options, keys, variables and
# statuses that head their items, displays and the commands in them; then, sorted,
# each option, key, variable, file and page that it names anywhere. Sections have
# their English names, where -v heads gives a file of lines ENGLISH|TRANSLATED.

BEGIN {
	while ((getline line <heads) > 0) {
		split(line, head, "|")
		english[head[2]] = head[1]
	}
	n = split("Ap Ar Bq Brc Bro Brq Cm Dq Em Ev Fl Ic Li Nm No Ns Oc Oo Op Pa Pc Po " \
	    "Pq Ql Sc So Sq Sy Ta Va Xr", list)
	for (; n; n--)
		macro[list[n]]
}

# arguments LINE: into argument[1] ..., and how many; quotes hold blanks together.
function arguments(line,   n)
{
	for (n = 0; sub(/^ */, "", line) && line != ""; line = substr(line, RLENGTH + 1)) {
		if (!match(line, /^"[^"]*"/))
			match(line, /^[^ ]+/)
		argument[++n] = substr(line, 1, RLENGTH)
		gsub(/^"|"$/, "", argument[n])
	}
	return n
}

# thing MACRO TEXT: keep one that is named; what it adds to the head of an item.
function thing(macro, text)
{
	if (text == "" || macro !~ /^(Cm|Ev|Fl|Pa|Xr)$/)
		return macro == "" && text ~ /^[0-9]+$/ ? " " text : ""
	named[macro " " text]
	return " " macro " " text ","
}

# things LINE: all that stand on a line of macros.
function things(line,   n, i, of, text, all)
{
	n = arguments(line)
	for (i = 1; i <= n; i++) {
		if (argument[i] in macro || argument[i] ~ /^[.,:;()?!]$/) {
			all = all thing(of, text)
			text = ""
			if (argument[i] in macro)
				of = argument[i]
		} else {
			text = text (text == "" ? "" : " ") argument[i]
		}
	}
	return all thing(of, text)
}

/^\.Sh / { sub(/^\.Sh /, ""); print ".Sh " ($0 in english ? english[$0] : $0); next }
/^\.Ss / { print ".Ss"; next }
/^\.B[dl]/ { print $1, $2; display = $1 == ".Bd"; column = $2 == "-column"; next }
/^\.E[dl]/ { print; display = 0; next }
display { if (/^\$ /) print "$"; next }
/^\.It/ { print ".It" (column ? substr($0, 4) : things(substr($0, 4))); next }
/^\.[A-Z]/ { things(substr($0, 2)) }
END {
	for (i in named)
		print i | "LC_ALL=C sort"
}
