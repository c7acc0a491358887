# Two polling stations: their reports add up to that of one run over both, by each
# method; and duels alone do where ballots are of more kinds than are listed.
cd "${work:?}" || exit 1
printf '%s\n' 'options: {A: a, B: b, C: c, D: d, E: e, F: f}' >options.yaml
for station in 1 2; do
	awk -v seed=$station 'BEGIN {
		srand(seed)
		print "ballots:"
		for (n = 0; n < 400; n++) {
			line = ""
			split("A B C D E F", order, " ")
			for (i = 1; i <= 6; i++) {
				j = i + int(rand() * (7 - i))
				swap = order[i]
				order[i] = order[j]
				order[j] = swap
				line = line (i > 1 ? " > " : "") order[i]
			}
			print "- " line
		}
		print "- blank\n- A > A\n- A > B = F"
	}' >$station.yaml
done
for method in condorcet schulze pairs borda irv stv; do
	for station in 1 2; do
		vote-rank -l en -m $method options.yaml $station.yaml >$station.md
	done
	vote-rank -l en -m $method options.yaml 1.yaml 2.yaml >both.md
	vote-rank -l en 1.md 2.md | cmp - both.md
	grep -c '^- .* ×' both.md
done
# eight stations at once, added up by twos and then all
for station in 1 2 3 4 5 6 7 8; do
	{
		echo ballots:
		cat 1.yaml 2.yaml | awk -v n=$station '/^-/ && NR % 8 + 1 == n'
	} >s$station.yaml
done
for method in schulze stv; do
	printf '%s\n' s?.yaml |
		xargs -P2 -I{} sh -c "vote-rank -l en -m $method options.yaml {} >{}.md"
	vote-rank -l en -m $method options.yaml s?.yaml >all.md
	vote-rank -l en s[12].yaml.md | vote-rank -l en - s[3-8].yaml.md | cmp - all.md
done
# the ballots of one and the duels of another have no rounds
head -n 30 1.yaml >few.yaml
vote-rank -l en -m irv options.yaml few.yaml >1.md
vote-rank -l en options.yaml 2.yaml >2.md
vote-rank -l en -m irv 1.md 2.md
vote-rank -l en options.yaml 2.yaml >2.md
printf '%s\n' 'options: {A: a, G: g}' 'ballots: [A > G]' >more.yaml
vote-rank -l en more.yaml 2.md
