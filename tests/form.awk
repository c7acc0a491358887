# The form of a report: what it must not have, outside fenced code.

function bad(what) { print FILENAME ":" FNR ": " what ": " $0 }
function last() { if (NR > 1 && previous == "") print file ": a blank line at the end" }

FNR == 1 { last(); fence = ""; file = FILENAME }
{ previous = $0 }
/\r/ { bad("carriage return") }
/^ *(- )*(```|~~~)/ {
	mark = /```/ ? "```" : "~~~"
	if (fence == "")
		fence = mark
	else if (fence == mark)
		fence = ""
	next
}
fence == "" && /[ \t]$/ { bad("trailing blank") }
fence == "" && /^ *<[A-Za-z\/!?]/ && !/^ *<[a-z]+:/ { bad("HTML") }
END { last() }
