# Elections out of a hat, whose outcome this program works out by the page
# alone: who was named how often, before and after the changes, who is chosen,
# and until when. It writes FOLDER/N.yaml, FOLDER/N.md, and on standard output
# what the reports have to say.

function rand_of(n) { return int(rand() * n) + 1 }

# The last day of so many months from a day of 2026 that every month has.
function until(day, month, months,   year, last) {
	month += months
	year = 2026 + int((month - 1) / 12)
	month = (month - 1) % 12 + 1
	if (--day == 0) {
		if (--month == 0) {
			month = 12
			year--
		}
		last = month == 2 ? (year % 4 == 0 ? 29 : 28) \
			: month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
		day = last
	}
	return day " " word[month] " " year
}

BEGIN {
	srand(seed)
	split("Ana Bo Cy Dee Eve Fay", name, " ")
	split("January February March April May June July August September " \
		"October November December", word, " ")
	split("→ -> names nominates", arrow, " ")
	for (i = 1; i <= count; i++)
		one(i, 3 + int(rand() * 4), folder "/" i ".yaml", folder "/" i ".md")
}

function one(i, members, yaml, md,   m, to, day, month, months, person, no,
	answer, accepted, chosen, order, n, a, b) {
	print "@ " i
	day = rand_of(28)
	month = rand_of(12)
	months = rand_of(36)
	print "title: Hat\ndate: 2026-" month "-" day "\nrole: {title: Hat, term: " \
		months " months}\nmembers:" >yaml
	printf "# Hat\n\nDate: %d %s 2026\n\n## Role\n\n- **Title:** Hat\n" \
		"- **Term:** %d months\n\n## Members\n\n", day, word[month], months >md
	for (m = 1; m <= members; m++) {
		print "  - " name[m] " Lane" >yaml
		print "- " name[m] " Lane" >md
		first[m] = last[m] = before[m] = after[m] = 0
	}
	print "nominations:" >yaml
	print "\n## Nominations\n" >md
	for (m = 1; m <= members; m++) {
		to = int(rand() * (members + 1))
		first[m] = last[m] = to
		if (to == 0) {
			print "  - {from: " name[m] ", for: nobody}" >yaml
			print "- " name[m] " passes" >md
		} else if (to == m) {
			print "  - {from: " name[m] ", for: herself, reason: so}" >yaml
			print "- " name[m] " nominates herself: so" >md
		} else {
			print "  - {from: " name[m] ", for: " name[to] ", reason: so}" >yaml
			print "- " name[m] " " arrow[rand_of(4)] " " name[to] ": so" >md
		}
	}
	print "changes:" >yaml
	print "\n## Changes\n" >md
	for (n = rand_of(members); n > 0; n--) {
		m = rand_of(members)
		to = rand_of(members)
		last[m] = to
		print "  - {from: " name[m] ", for: " name[to] ", reason: heard}" >yaml
		print "- " name[m] " → " name[to] " (heard)" >md
	}
	for (m = 1; m <= members; m++) {
		before[first[m]] += first[m] > 0
		after[last[m]] += last[m] > 0
	}
	person = rand_of(members)
	print "proposal: " name[person] " Lane, who was heard\nrounds:\n" \
		"  - n: 1\n    answers:" >yaml
	print "\n## Proposal\n\n" name[person] " Lane, who was heard\n\n## Round 1\n" >md
	no = 0
	for (m = 1; m <= members; m++) {
		answer = rand() < 0.9 ? "consent" : "objection"
		no += answer == "objection"
		print "      " name[m] ": " answer >yaml
		print "- " name[m] ": " answer >md
	}
	accepted = rand_of(3)
	if (accepted < 3) {
		print "accepted: " (accepted == 1 ? "yes" : "no") >yaml
		print "\nAccepted: " (accepted == 1 ? "yes" : "no") >md
	}
	close(yaml)
	close(md)
	print no || accepted == 2 ? "nobody" \
		: name[person] " Lane until " until(day, month, months)
	# the most often named first, equals by name
	for (a = members; a >= 0; a--)
		for (b = members; b >= 0; b--)
			for (m = 1; m <= members; m++)
				if (after[m] == a && before[m] == b && a + b > 0)
					print name[m] " Lane " b " " a
}
