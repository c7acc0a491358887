# Eighty small pools out of a hat, with every panel that there can
# be enumerated: whether there is one; who is in none, whose chance is 0, and
# nobody else's; each panel of the list keeps the quotas and is as long; and the
# least chance is as great as it can be (least.awk).
here=$PWD
cd "${work:?}" || exit 1
seed=1
while [ $seed -le 80 ]; do
	awk -v seed=$seed 'BEGIN { srand(seed)
		n = 5 + int(rand() * 5); k = 2 + int(rand() * 3)
		print "size: " k > "pool.yaml"
		print "criteria:" > "pool.yaml"
		for (c = 1; c <= 3; c++) {
			printf "  c%d:\n", c > "pool.yaml"
			for (v = 1; v <= 2; v++) {
				low[c, v] = int(rand() * 2.4)
				high[c, v] = low[c, v] + int(rand() * 3)
				if (high[c, v] > k) high[c, v] = k
				if (low[c, v] > high[c, v]) low[c, v] = high[c, v]
				printf "    v%d: %d..%d\n", v, low[c, v], high[c, v] + (low[c, v] == high[c, v] ? 1 : 0) > "pool.yaml"
				if (low[c, v] == high[c, v]) high[c, v]++
			}
		}
		print "people:" > "pool.yaml"
		for (i = 1; i <= n; i++) {
			printf "  - {id: p%d", i > "pool.yaml"
			for (c = 1; c <= 3; c++) {
				is[i, c] = 1 + int(rand() * 2)
				printf ", c%d: v%d", c, is[i, c] > "pool.yaml"
			}
			home[i] = int(rand() * 7)
			printf ", household: %d}\n", home[i] > "pool.yaml"
		}
		for (set = 0; set < 2 ^ n; set++) {
			split("", sum); split("", seen)
			size = 0; ok = 1; rest = set
			for (i = 1; i <= n; i++) {
				in_it[i] = rest % 2
				rest = int(rest / 2)
				if (!in_it[i]) continue
				size++
				if (seen[home[i]]++) ok = 0
				for (c = 1; c <= 3; c++) sum[c, is[i, c]]++
			}
			if (size != k) continue
			for (c = 1; c <= 3; c++) for (v = 1; v <= 2; v++)
				if (sum[c, v] + 0 < low[c, v] || sum[c, v] + 0 > high[c, v]) ok = 0
			if (!ok) continue
			found++
			name = ""
			for (i = 1; i <= n; i++) if (in_it[i]) {
				can[i] = 1
				name = name (name == "" ? "" : ", ") "p" i
			}
			print "panel " name
		}
		for (i = 1; i <= n; i++) if (found && can[i]) print "can p" i
		print "panels " (found ? "some" : "none")
	}' >known
	panel-draw -l en --panels pool.yaml >report.md 2>fault
	status=$?
	if [ $status -eq 2 ]; then
		grep -q 'no panel' fault || cat fault
		grep -qx 'panels none' known || echo "seed $seed: there is a panel"
	else
		grep -qx 'panels some' known || echo "seed $seed: there is no panel"
		sed -n '/^### List of panels/,/^### To check/s/^| *[0-9][0-9]*  *| \(.*[^ ]\) *|$/\1/p' report.md >lists
		[ "$(wc -l <lists)" -eq 1000 ] || echo "seed $seed: $(wc -l <lists) panels"
		sed 's/^/panel /' lists | sort -u >used
		grep '^panel ' known | sort >all
		comm -23 used all | sed "s/^/seed $seed: is none: /"
		tr -d ' ' <lists | tr ',' '\n' | sort -u | sed 's/^/can /' >able
		grep '^can ' known | sort | diff - able | sed "s/^/seed $seed: /"
		awk -v seed=$seed -f "$here/least.awk" all lists
		grep -q 'Optimum:\*\* proven' report.md || echo "seed $seed: not proven"
	fi
	seed=$((seed + 1))
done
