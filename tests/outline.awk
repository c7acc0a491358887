# HTML, as other readers write it, to its headings, table cells and links within
# the page, one a line: "h2 text", "td text", "#address text". Rows without a
# word are left out, and tables without rows, which some take for no tables.

function show(name, text,   code) {
	while (match(text, /&#[0-9]+;/)) {
		code = substr(text, RSTART + 2, RLENGTH - 3)
		text = substr(text, 1, RSTART - 1) sprintf("%c", code + 0) \
			substr(text, RSTART + RLENGTH)
	}
	gsub(/&lt;/, "<", text)
	gsub(/&gt;/, ">", text)
	gsub(/&quot;/, "\"", text)
	gsub(/&amp;/, "\\&", text)
	gsub(/[ \n]+/, " ", text)
	sub(/^ /, "", text)
	sub(/ $/, "", text)
	# a bar in an address, which they write in three ways
	gsub(/\\\||%7C/, "|", text)
	say(name " " text)
	if (name == "td" && text != "")
		worded = 1
}

function say(line) {
	if (in_table)
		row = row line "\n"
	else
		print line
}

# The row so far goes to its table, unless it says nothing.
function end_row() {
	if (worded || row ~ /th /) {
		rows += worded
		shown = shown row
	}
	row = ""
	worded = 0
}

# %C3%A9 as the bytes that it stands for
function plain(address,   at, digits) {
	digits = "0123456789ABCDEF"
	while ((at = match(address, /%[0-9A-F][0-9A-F]/)))
		address = substr(address, 1, at - 1) sprintf("%c", \
			16 * (index(digits, substr(address, at + 1, 1)) - 1) + \
			index(digits, substr(address, at + 2, 1)) - 1) \
			substr(address, at + 3)
	return address
}

BEGIN { RS = "<" }
{
	end = index($0, ">")
	tag = name = substr($0, 1, end - 1)
	sub(/[ \n].*/, "", name)
}
name ~ /^(h[1-6]|t[hd])$/ { inside = name; text = "" }
name ~ /^\/(h[1-6]|t[hd])$/ && inside {
	show(inside, text)
	inside = ""
}
name == "table" {
	in_table = 1
	rows = 0
	shown = row = ""
}
name == "tr" {
	end_row()
	row = "tr\n"
}
name == "/table" {
	end_row()
	in_table = 0
	if (rows > 0)
		printf "table\n%s/table\n", shown
}
tag ~ /^a +href="#/ {
	match(tag, /#[^"]*/)
	address = plain(substr(tag, RSTART, RLENGTH))
	link = ""
}
name == "/a" && address {
	show(address, link)
	address = ""
}
inside { text = text substr($0, end + 1) }
address { link = link substr($0, end + 1) }
