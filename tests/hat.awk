# hat.awk: a hundred sheets out of a hat.  With make=1 they are written, by the
# beginning of their names; else reports of them, which are operands, are held
# against what the hat of their number holds.  A tool's count.awk says how: fill
# takes things out of the hat, put writes a sheet, and count looks at what was
# told, counting slowly and from the manual page alone.
function hat(n) { return int(rand() * n) }
function word(en, fr) { return french ? fr : en }

function begin(number)
{
	seed = number
	french = seed % 2
	yaml = int(seed / 2) % 2
	srand(seed)
	fill()
}

# What a report writes, as a number.
function figure(text)
{
	gsub(/€|%/, "", text)
	gsub(",", ".", text)
	gsub("−", "-", text)
	gsub(/[+ ]/, "", text)
	return text + 0
}

# a over b in so many parts of one, half to even.
function rounded(a, b, parts,   twice, whole)
{
	twice = 2 * a * parts
	whole = int(twice / (2 * b))
	if (whole * 2 * b > twice)
		whole--
	if (twice - whole * 2 * b > b || (twice - whole * 2 * b == b && whole % 2))
		whole++
	return whole / parts
}

function wrong(text) { print "hat " seed ": " text }

function same(what, heard, counted)
{
	if (heard != counted)
		wrong(what ": " heard ", and not " counted)
}

function near(what, heard, counted)
{
	if ((figure(heard) - counted) ^ 2 > 1e-12)
		wrong(what ": " heard ", and not " counted)
}

# The cells of a row, from 1.
function cells(line, cell,   n, i)
{
	n = split(line, cell, /[ ]*\|[ ]*/)
	for (i = 1; i < n; i++)
		cell[i] = cell[i + 1]
	return n - 2
}

BEGIN {
	for (number = 1; make && number <= 100; number++) {
		begin(number)
		out = make number (french ? "-fr" : "-en") (yaml ? ".yaml" : ".md")
		put()
		close(out)
	}
	if (make)
		exit
}

FNR == 1 {
	if (seed != "")
		count()
	number = FILENAME
	sub(/.*hat-/, "", number)
	begin(number + 0)
	split("", told)
}

{ gsub("\302\240|\342\200\257", " ") }
/^#+ / { section = $0; sub(/^#+ /, "", section); rows = 0 }
/^- \*\*/ {
	key = value = $0
	sub(/^- \*\*/, "", key)
	sub(/ ?:\*\*.*/, "", key)
	sub(/.*:\*\* /, "", value)
	told[section, key] = value
}
!/^\|/ { rows = 0 }
/^- [^*]/ { told[section, substr($0, 3)] = 1 }

# A table: its cells by their section, by what their row begins with (or by its
# first two cells, or its place, "#1") and by their column.
/^\|/ {
	width = cells($0, cell)
	rows++
	for (i = 1; i <= width && rows == 1; i++)
		column[i] = cell[i]
	for (i = 1; i <= width && rows > 2; i++) {
		told[section, cell[1], column[i]] = cell[i]
		told[section, cell[1] "/" cell[2], column[i]] = cell[i]
		told[section, "#" rows - 2, column[i]] = cell[i]
	}
}

END { if (!make) count() }
