# count.awk: savings out of a hat, for hat.awk: amounts in cents, years from 2025.
function fill(   i)
{
	savings = 1 + hat(5); horizon = 1 + hat(6); services = 1 + hat(3)
	money = hat(4)
	for (i = 1; i <= savings; i++) {
		amount[i] = hat(200000)
		found[i] = hat(2) ? hat(200000) : -1
		cost[i] = hat(3) ? 0 : hat(90000)
		yearly[i] = hat(2)
		year[i] = i == 1 ? 2025 : 2025 + hat(4)
		month[i] = 1 + hat(12)
		service[i] = 1 + hat(services)
	}
	for (i = 1; i <= money; i++) {
		spent[i] = 100 + hat(50000)
		when[i] = 2024 + hat(horizon + 2)
	}
}

function euros(cents) { return sprintf("%d.%02d", cents / 100, cents % 100) }

function put(   i)
{
	if (yaml)
		print "savings:" >out
	else
		print "## Savings\n\n| Idea | Service | Amount | Frequency | Cost | Start | Realised |\n|---|---|---|---|---|---|---|" >out
	for (i = 1; i <= savings; i++)
		printf (yaml ? "  - {idea: saving%d, service: s%d, amount: %s, frequency: %s, cost: %s, start: %d-%02d%s}\n" : "| saving%d | s%d | %s | %s | %s | %d-%02d | %s |\n"),
			i, service[i], euros(amount[i]),
			yearly[i] ? "yearly" : "once", euros(cost[i]), year[i], month[i],
			found[i] < 0 ? "" : (yaml ? ", realised: " : "") euros(found[i]) >out
	if (money > 0)
		print (yaml ? "reinvested:" : "\n## Reinvested\n\n| What | Amount | Year |\n|---|---|---|") >out
	for (i = 1; i <= money; i++)
		printf (yaml ? "  - {what: thing%d, amount: %s, year: %d}\n" : "| thing%d | %s | %d |\n"), i, euros(spent[i]), when[i] >out
	print (yaml ? "horizon: " : "\n## Rules\n\n- **Horizon:** ") horizon >out
}

function worth(i) { return found[i] < 0 ? amount[i] : found[i] }

# What a saving brings in a year.
function brings(i, y)
{
	if (y < year[i] || (!yearly[i] && y > year[i]))
		return 0
	if (!yearly[i] || y > year[i])
		return worth(i)
	return rounded(worth(i) * (13 - month[i]), 12, 1)
}

function least(a, b) { return a < b ? a : b }

function count(   i, y, last, sum, costs, net, all, used, back, heading, number, part)
{
	last = 2025 + horizon - 1
	heading = word("Year by year", "Année par année")
	for (y = 2025; y <= last; y++) {
		sum = costs = used = 0
		for (i = 1; i <= savings; i++) {
			sum += brings(i, y)
			costs += year[i] == y ? cost[i] : 0
		}
		for (i = 1; i <= money; i++)
			used += when[i] == y || (y == 2025 && when[i] < y) ? spent[i] : 0
		all += sum - costs
		back += used
		near(y " savings", told[heading, y, word("Savings", "Économies")], sum / 100)
		near(y " costs", told[heading, y, word("Costs", "Coûts")], costs / 100)
		near(y " net", told[heading, y, "Net"], (sum - costs) / 100)
		near(y " cumulated", told[heading, y, word("Cumulated", "Cumulé")], all / 100)
		near(y " reinvested", told[heading, y, word("Reinvested", "Réinvesti")], used / 100)
		near(y " left", told[heading, y, word("Left to reinvest", "Reste à réinvestir")], (all - back) / 100)
	}
	near("net", told[word("Balance", "Bilan"), word("Net at the horizon", "Net à l'horizon")], all / 100)
	near("left", told[word("Balance", "Bilan"), word("Left to reinvest", "Reste à réinvestir")], (all - back) / 100)
	if (all > 0)
		near("share", told[word("Balance", "Bilan"), word("Share reinvested", "Part réinvestie")], back == 0 ? 0 : rounded(back, all, 1000) * 100)
	for (part = 1; part <= services; part++) {
		number = net = 0
		for (i = 1; i <= savings; i++) {
			number += service[i] == part
			for (y = 2025; service[i] == part && y <= last; y++)
				net += brings(i, y) - (year[i] == y ? cost[i] : 0)
		}
		near("s" part " number", told[word("By service", "Par service"), "s" part, word("Number", "Nombre")], number)
		near("s" part " net", told[word("By service", "Par service"), "s" part, word("Net at the horizon", "Net à l'horizon")], net / 100)
	}
}
