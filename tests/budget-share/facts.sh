# Published facts: what equalshares.net says of ties of effective votes, and the
# threshold of Świecie.

# told: the labels that are retained, their effective votes, and what of a tie
# there is.
told()
{
	budget-share -l en | awk -F ' *[|] *' '
		/^### / { part = $0 }
		part == "### Selected" && $2 ~ /^[0-9]+$/ {
			labels = labels " " $3 ($7 ? " (" $7 ")" : "")
		}
		part == "### Not retained" && $2 ~ /^[A-Z]$/ { labels = labels ", not " $2 ": " $6 }
		/tied|parted/ && part != "### Not retained" { said = said "\n  " $0 }
		END { print name ":" labels said }' name="$1"
}

# The 200 who have their money left can pay 3 each for A or 3.50 for B: 200
# effective votes. A costs less, though B has fewer supporters than it.
{
	printf 'budget: 3200\nmethod: equal shares\ncompletion: none\nprojects:\n'
	printf '  - {id: %s, project: %s, cost: %s}\n' Z zoo 2400 B bridge 700 A alley 600
	printf 'ballots:\n- 200 × Z, A\n- 100 × Z, A, B\n- 300 × Z\n- 200 × A, B\n'
} | told "equal effective votes, 600 or 700"
# 400 each, and 100 who can pay: 500 votes, 300 and 150
{
	printf 'budget: 4000\nmethod: equal shares\ncompletion: none\nprojects:\n'
	printf '  - {id: %s, project: %s, cost: %s}\n' Z zoo 3600 C court 400 B bridge 400 A alley 400
	printf 'ballots:\n- 50 × Z, A, B, C\n- 150 × Z, A, B\n- 200 × Z, A\n- 500 × Z\n- 100 × A, B, C\n'
} | told "equal cost, 500, 300 or 150 votes"
# equal in both: a lot decides, and else nobody
{
	printf 'budget: 4000\nmethod: equal shares\ncompletion: none\nprojects:\n'
	printf '  - {id: %s, project: %s, cost: %s}\n' Z zoo 3600 B bridge 400 A alley 400
	printf 'ballots:\n- 300 × Z, A, B\n- 600 × Z\n- 100 × A, B\n'
} >"${work:?}/lot.yaml"
told "equal in both" <"$work/lot.yaml"
{
	cat "$work/lot.yaml"
	printf 'tie-break: [cost, votes, draw]\nseed: lottery of 14 March\n'
} | told "equal in both, with a draw"
for label in A B; do
	printf 'lottery of 14 March %s' $label | sha256sum | cut -c 1-12 | sed "s/^/  $label /"
done

# 14.7 % of the voters ask for 48.2 % of the budget, and would be a third of it
# with 16.07 %
{
	printf 'budget: 1000000\nthreshold by cost: 1/3\nprojects:\n'
	printf '  - {id: %s, project: %s, cost: %s}\n' P pool 482000 B benches 100000
	printf 'ballots:\n- 147 × P\n- 853 × B\n'
} | told "a threshold by cost"
