# Published facts. Profiles are written from the worst grade to the best, as their
# sources do; the ranks stand in the order of the options.
fact() { # NAME RANKS SETTING PROFILE...
	name=$1 want=$2 setting=$3
	shift 3
	printf '%s\n' "$@" | awk -v setting="$setting" '
		{
			for (i = NF; i > 0; i--) {
				head = head (NR == 1 ? (i < NF ? ", " : "") i : "")
				cells = cells (i < NF ? ", " : "") i ": " $i
			}
			rows = rows "\n  O" NR ": {" cells "}"
			cells = ""
		}
		END { print "grades: " head "\nno opinion: " setting "\nprofiles:" rows }
	' >"${work:?}/fact.yaml"
	vote-judge -l en "${work:?}/fact.yaml" >"${work:?}/fact.md" || return
	got=$(awk -F '[ |]+' '$3 ~ /^O[0-9]+$/ && $2 ~ /^[0-9]+$/ { print $3, $2 }' \
		"${work:?}/fact.md" | sort -k 1.2n | cut -d ' ' -f 2 | paste -s -d ' ')
	echo "$name: $got"
	[ "$got" = "$want" ] || echo "   where $want is published"
}

# MieuxVoter, SCORE.md: pizza, chips, pasta, bread, by ten judges
fact score '2 4 3 1' reject '3 2 2 3' '2 4 2 2' '3 2 3 2' '1 3 4 2'
# MieuxVoter, majority-judgment-library-go, README: the last is as the first
fact go-readme '4 1 2 3 4' reject \
	'2 2 2 2 2' '2 1 1 1 5' '2 1 1 2 4' '2 1 5 0 2' '2 2 2 2 2'
# MieuxVoter, majority-judgment-cli, README: pizza, chips, pasta; of pizza as
# many judgements are better as are worse
fact cli-readme '2 1 3' reject '3 2 1 4 4 2' '2 3 0 4 3 4' '4 5 1 4 0 2'
# MieuxVoter, app.mieuxvoter.fr, issue 48: 19 judges
fact issue-48 '1 2' reject '1 8 7 1 1 1' '6 3 4 4 1 1'
# Balinski and Laraki, Majority Judgment, 1.5: values 9 9 11 7 11 and 9 9 10 8 11
fact book-1.5 '1 2' reject '1 0 2 0 2' '0 1 2 1 1'
# MieuxVoter, majority-judgment-library-typescript, its assertions
fact typescript-3 '3 1 5 4 2' reject \
	'1 1 1' '1 0 2' '3 0 0' '2 0 1' '0 3 0'
fact typescript-37000 '1 2 3' reject \
	'11142 6970 4040 1968 9888 2992' '10141 8971 4043 1965 8884 2996' \
	'14141 8971 1043 1965 7884 2996'
fact balance-reject '1 1 3 4 5' reject \
	'2 2 2 2 2' '1 2 2 2 2' '0 0 4 0 0' '0 0 0 0 2' '0 0 0 1 1'
# the same with the third grade for what is missing, filled in by hand
fact balance-third '4 4 3 1 2' reject \
	'2 2 2 2 2' '2 2 2 2 2' '0 0 10 0 0' '0 0 8 0 2' '0 0 8 1 1'
fact balance-median '4 4 3 1 2' median \
	'2 2 2 2 2' '2 2 1 2 2' '0 0 4 0 0' '0 0 0 0 2' '0 0 0 1 1'
fact normalised '3 3 2 5 1' shares \
	'2 2 2 2 2' '1 1 1 1 1' '0 0 5 0 0' '0 2 0 2 0' '1 0 0 1 1'
# MieuxVoter, majority-judgment-library-go: twenty thousand million judges
fact go-20e9 '2 1' reject \
	'10000000000 10000000000' '9999999999 10000000001'
# as many better as worse, where the sign of the gauge alone misleads
fact gauge '1 2' reject '1 4 0' '2 1 2'
# half very good, half to be rejected: of the two in the middle the lower counts
vote-judge -l en <<'END' | sed -n 's/^| *1 | //p'
profiles:
  Half: {Very good: 12, To reject: 12}
END
