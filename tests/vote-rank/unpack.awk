# unpack.awk: a ward of the file glasgow as a sheet of vote-rank.
#
# Glasgow City Council, the elections of 2007: the ballots of eight wards, as the
# council published them; A is the first candidate of the paper, C1.  Sorted, each
# line has how many letters it shares with the one before (0 is left out, 10 is a),
# the rest, and how many such ballots there are, if several.
# awk -v ward=linn -v options=11 -v seats=4 -f unpack.awk glasgow
BEGIN {
	print "method: stv\nwinners: " seats "\noptions:"
	for (i = 1; i <= options; i++)
		print "  C" i ": candidate " i
	print "ballots:"
}
/^#/ {
	here = $2 == ward
	before = ""
}
here && !/^#/ {
	kept = substr($1, 1, 1)
	own = kept ~ /[0-9a-z]/
	shared = own ? index("123456789abcdefghijklmnopqrstuvwxyz", kept) : 0
	before = substr(before, 1, shared) substr($1, 1 + own)
	line = "- " ($2 ? $2 : 1) " ×"
	for (i = 1; i <= length(before); i++)
		line = line (i == 1 ? "" : " >") " C" \
			index("ABCDEFGHIJKLMNOPQRSTUVWXYZ", substr(before, i, 1))
	print line
}
