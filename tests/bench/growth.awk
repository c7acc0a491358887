# A sheet in YAML or CSV made so many times as long: its lists and maps get their
# items again, with other names; its settings stand once, and so do the sections
# called once.  In a copy each word that begins with a capital ends in letters of
# its own, but those that stand once and the words given, so that labels and what refers to them,
# people and sentences go with their copy; numbers of items go on.
# LC_ALL=C awk -v times=100 [-v csv=1] [-v once='options|grades'] [-v words='Ana Bob'] \
#     -f growth.awk FILE

# The letters of a copy, none for the first.
function mark(copy,   letters) {
	for (; copy > 0; copy = int(copy / 26))
		letters = substr("abcdefghijklmnopqrstuvwxyz", copy % 26 + 1, 1) letters
	return letters
}

# A line with the words and the number of a copy.
function renamed(line, copy,   before, word, end) {
	if (copy == 0)
		return line
	if (match(line, /[ {](n|id|n°): [0-9]+/)) {
		end = RSTART + RLENGTH
		before = substr(line, 1, end - 1)
		match(before, /[0-9]+$/)
		line = substr(before, 1, RSTART - 1) \
		    substr(before, RSTART) + 100 * copy substr(line, end)
		before = ""
	}
	while (match(line, /[A-Za-z0-9_\303\200-\277]+/)) {
		word = substr(line, RSTART, RLENGTH)
		before = before substr(line, 1, RSTART - 1) word
		if (word ~ /^([A-Z]|\303[\200-\236])/ && !(word in kept))
			before = before mark(copy)
		line = substr(line, RSTART + RLENGTH)
	}
	return before line
}

# Keeps the words of a line.
function keep(line) {
	for (; match(line, /[A-Za-z0-9_\303\200-\277]+/); line = substr(line, RSTART + RLENGTH))
		kept[substr(line, RSTART, RLENGTH)]
}

function indent(i) {
	match(line[i], /^ */)
	return RLENGTH
}

# The line behind a block that begins at a line.
function behind(i, end,   depth) {
	depth = indent(i)
	for (i++; i <= end && (line[i] == "" || indent(i) > depth); i++)
		;
	return i
}

# Whether a copy of a line would be the same key again.
function is_setting(i,   key) {
	key = line[i]
	sub(/: .*|:$/, "", key)
	return line[i] !~ /^ *- / && renamed(key, 1) == key
}

function put(i, end, copy) {
	for (; i < end; i++)
		print renamed(line[i], copy)
}

# A block of so many copies.
function grow(from, end,   next_, copy, i) {
	for (copy = 0; copy < times; copy++)
		for (i = from; i <= end; i = next_) {
			next_ = behind(i, end)
			if (!is_setting(i))
				put(i, next_, copy)
			else if (copy == 0)
				setting(i, next_)
		}
}

function setting(i, end) {
	if (line[i] ~ /[|>]-?$/ || line[i] ~ single) {
		put(i, end, 0)
		return
	}
	print line[i]
	if (i + 1 < end)
		grow(i + 1, end - 1)
}

BEGIN {
	single = "^(" (once ? once : "-") "):"
	keep(words)
}

csv || !/^ *#/ { line[++lines] = $0 }
!csv && /^[^ -]/ { stands = $0 ~ single }
stands || (!csv && /^[^ -].*: .*,.*,/) { keep($0) }
match($0, /groupe: [^,}]*/) { keep(substr($0, RSTART + 8, RLENGTH - 8)) }

END {
	if (!csv)
		grow(1, lines)
	for (copy = 0; csv && copy < times; copy++)
		for (i = copy > 0 ? 2 : 1; i <= lines; i++)
			print renamed(line[i], copy)
}
