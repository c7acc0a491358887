# Every draw is done again with a shell and sha256sum: a panel by its number in
# the list, and, without quotas, people one by one.
cd "${work:?}" || exit 1

# rest N: what is left of the digest on standard input beside multiples of N.
rest()
{
	sha256sum | awk -v n="$1" '{
		for (i = 1; i <= 64; i++)
			r = (16 * r + index("0123456789abcdef", substr($1, i, 1)) - 1) % n
		print r }'
}

for seed in 1 2 3 4 5 6 7 8; do
	{
		printf 'size: 4\ncriteria: {age: {16-39: 1..3, 40 and more: 1..3}, gender: {F: 2, M: 2}}\npeople:\n'
		awk -v seed=$seed 'BEGIN { srand(seed)
			for (i = 1; i <= 24; i++)
				printf "  - {id: p%d, age: %d, gender: %s, household: %d}\n", i, 16 + int(rand() * 60), (i % 2 ? "F" : "M"), int(rand() * 18) }'
		printf 'sources:\n  - {source: lottery, numbers: %d 7 %d 31}\n  - {source: dice, numbers: 4 4 %d}\n' $seed $((seed * 5)) $((seed % 6 + 1))
	} >pool.yaml
	panel-draw -l en --panels pool.yaml >report.md || cat report.md
	key=$(sed -n 's/^- \*\*Key of the draw:\*\* //p' report.md)
	number=$(($(printf '\0\0%s\0\0' "$key" | rest 1000) + 1))
	sed -n '/^### Panel drawn/,/^### Rep/s/^- //p' report.md | paste -s -d ',' | sed 's/,/, /g' >drawn
	sed -n '/^### List of panels/,/^### To check/p' report.md |
		sed -n "s/^| *$number  *| \(.*[^ ]\) *|\$/\1/p" | cmp - drawn
	sed -n '/^### List of panels/,/^### To check/s/^| *\([0-9][0-9]*\)  *| \(.*[^ ]\) *|$/\1: \2/p' report.md |
		sha256sum | cut -c 1-64 |
		grep -v -x "$(sed -n 's/^- \*\*Digest of the panels:\*\* //p' report.md)"
	panel-draw report.md | cmp - report.md
	panel-draw report.md pool.yaml | cmp - report.md
done

printf 'size: 3\npeople: [a, b, c, d, e, f, g]\nsources: [12 5 40]\n' >few.yaml
panel-draw -l en few.yaml | sed -n '/^### Panel drawn/,/^### Rep/s/^- //p' >drawn
set -- a b c d e f g
draw=0
while [ $draw -lt 3 ]; do
	at=$(($(printf "\\0\\$draw%s\\0\\$draw" 5.12.40./ | rest $#) + 1))
	left=
	place=1
	for one in "$@"; do
		if [ $place -eq $at ]; then echo "$one"; else left="$left $one"; fi
		place=$((place + 1))
	done
	# shellcheck disable=SC2086 # words
	set -- $left
	draw=$((draw + 1))
done | cmp - drawn
