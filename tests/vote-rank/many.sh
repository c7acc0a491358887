# Sixty-four options can be ranked, and no more; and ten alike are all level.
cd "${work:?}" || exit 1
for many in 64 65; do
	awk -v n=$many 'BEGIN {
		print "options:"
		for (i = 1; i <= n; i++)
			print "- o" i
		print "ballots:"
		for (i = 1; i <= n; i++)
			print "- {choices: {o" i ": 1, o" i % n + 1 ": 2}}"
	}' >many.yaml
	for method in schulze pairs irv stv; do
		vote-rank -l en -m $method many.yaml | grep -c '^| *1 '
	done
done
