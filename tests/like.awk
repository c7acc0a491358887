# Status 0 if the second file is like the first, where "..." on a line of its own
# stands for any lines.

FNR == NR { want[++wanted] = $0; next }
{ got[++count] = $0 }
END {
	i = j = 1
	while (j <= count) {
		if (i <= wanted && want[i] == "...") {
			any = i++
			from = j
		} else if (i <= wanted && want[i] == got[j]) {
			i++
			j++
		} else if (any) {
			i = any + 1
			j = ++from
		} else {
			exit 1
		}
	}
	while (i <= wanted && want[i] == "...")
		i++
	exit i <= wanted
}
