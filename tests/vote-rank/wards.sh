# Eight wards of Glasgow, 2007, round by round: what happens in wards.out is what
# an independent program, droop, found; each cell of the rounds is counted once
# more by count.awk.
while read -r ward options; do
	awk -v ward="$ward" -v options="$options" -v seats=4 -f unpack.awk glasgow |
		vote-rank -l en -t "$ward" >"${work:?}/$ward.md" || echo "status $?"
	awk -v ward="$ward" -f rounds.awk "$work/$ward.md"
	awk -f count.awk "$work/$ward.md"
done <<'END'
anderston-city 9
baillieston 11
canal 11
craigton 10
drumchapel-anniesland 10
east-centre 13
garscadden-scotsounhill 10
linn 11
END
