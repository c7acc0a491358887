# rounds.awk: what happens in the rounds of an English report, in brief: "C7
# 251.00000" a surplus, "-C4" out; and who is elected.
/^### / { part = substr($0, 5) }
part == "Counting rounds" && /Quota/ { quota = $3 }
part == "Counting rounds" && match($0, /surplus of [^,]*, [0-9.]*/) {
	split(substr($0, RSTART + 11, RLENGTH - 11), words, ", ")
	events = events ", " words[1] " " words[2]
}
part == "Counting rounds" && match($0, /[^ ]* goes out/) {
	events = events ", -" substr($0, RSTART, RLENGTH - 9)
}
part == "Selected" && /^- / {
	gsub(/[*]/, "", $2)
	elected[substr($2, 2) + 0] = " " $2
}
END {
	printf "%s: quota %s, elected", ward, quota
	for (i = 1; i < 64; i++)
		printf "%s", elected[i]
	print events
}
