# HTML, as cmark-gfm and pandoc write it, to its headings and table cells, one a
# line: "h2 text", "td text".

BEGIN { RS = "<" }
{
	end = index($0, ">")
	tag = substr($0, 1, end - 1)
	sub(/ .*/, "", tag)
}
tag ~ /^(h[1-6]|t[hd])$/ { inside = tag; text = "" }
tag ~ /^\/(h[1-6]|t[hd])$/ && inside {
	gsub(/&lt;/, "<", text)
	gsub(/&gt;/, ">", text)
	gsub(/&quot;/, "\"", text)
	gsub(/&amp;/, "\\&", text)
	gsub(/[ \n]+/, " ", text)
	sub(/^ /, "", text)
	sub(/ $/, "", text)
	print inside " " text
	inside = ""
}
tag ~ /^\/?table$|^tr$/ { print tag }
inside { text = text substr($0, end + 1) }
