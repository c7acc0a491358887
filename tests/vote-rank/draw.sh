# A draw, and the same draw by hand: the smaller digest stands above, and the
# other option goes out.
cd "${work:?}" || exit 1
printf '%s\n' 'method: irv' 'tie-break: draw' 'seed: lottery of 3 March' \
	'options: {A: a, B: b, C: c}' \
	'ballots: [4 × A, 3 × B > C, 3 × C > B]' >draw.yaml
vote-rank -l en draw.yaml | grep -e '^Tied' -e '^- \*\*' -e '^|.* goes out'
for option in B C; do
	printf 'lottery of 3 March %s' $option | sha256sum | cut -c 1-12 |
		sed "s/^/$option /"
done
