# Published facts, of the test data of abiftool: the capital of Tennessee, by
# approval, and by scores from 0 to 5.

# told: labels and votes, most first.
told()
{
	vote-tally -l en | awk -F ' *[|] *' '$2 ~ /^[0-9]+$/ && $3 ~ /^[A-Z]$/ {
		printf "%s%s %s", n++ ? ", " : "", $3, $5 } END { print "" }'
}
options='options: {M: Memphis, N: Nashville, C: Chattanooga, K: Knoxville}'
printf '%s\n' "$options" 'dots: 2' 'ballots:' '- 21 × M' '- 21 × M, N' '- 13 × N' \
	'- 13 × N, C' '- 8 × C' '- 4 × C, K' '- 3 × C, N' '- 9 × K' '- 8 × K, C' | told
printf '%s\n' "$options" 'dots: 20' 'stacking: yes' 'ballots:' \
	'- {times: 42, choices: {M: 5, N: 2, C: 1}}' \
	'- {times: 26, choices: {N: 5, C: 3, K: 2}}' \
	'- {times: 15, choices: {C: 5, K: 3, N: 2}}' \
	'- {times: 17, choices: {K: 5, C: 3, N: 1}}' | told
# the two of most points against each other
printf '%s\n' "$options" 'ballots:' '- 42 × M > N > C > K' '- 26 × N > C > K > M' \
	'- 15 × C > K > N > M' '- 17 × K > C > N > M' | vote-rank -l en | grep '^| N .* 68 '
