# HTML, as other readers write it, to its headings, table cells and links within
# the page, one a line: "h2 text", "td text", "#address text".

function show(name, text) {
	gsub(/&lt;/, "<", text)
	gsub(/&gt;/, ">", text)
	gsub(/&quot;/, "\"", text)
	gsub(/&amp;/, "\\&", text)
	gsub(/[ \n]+/, " ", text)
	sub(/^ /, "", text)
	sub(/ $/, "", text)
	print name " " text
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
name ~ /^\/?table$|^tr$/ { print name }
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
