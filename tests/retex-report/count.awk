# count.awk: events out of a hat, for hat.awk.  Things are numbered, facts first;
# minutes are counted from the first day, 26 February 2026, which the first fact
# tells.
function fill(   i)
{
	facts = 1 + hat(6)
	things = facts + hat(6)
	for (i = 1; i <= things; i++) {
		form[i] = i == 1 ? 1 : hat(4) # 1: a date, 2: days counted, else none
		if (form[i] == 1 || form[i] == 2)
			day[i] = i == 1 ? 0 : hat(5)
		else
			day[i] = i == facts + 1 ? 0 : day[i - 1]
		clock[i] = 5 * hat(288)
		at[i] = 1440 * day[i] + clock[i]
	}
	lessons = hat(7)
	for (i = 1; i <= lessons; i++)
		state[i] = hat(4)
}

function date(i)
{
	if (form[i] == 2)
		return "+" day[i]
	return form[i] != 1 ? "" : day[i] < 3 ? "2026-02-" 26 + day[i] : "2026-03-0" day[i] - 2
}

function time(i) { return sprintf("%d:%02d", clock[i] / 60, clock[i] % 60) }
function list(i) { return i <= facts ? word("fact", "fait") : word("response", "réaction") }
function heading(i) { return i <= facts ? word("What happened", "Ce qui s'est passé") : word("How we responded", "Comment nous avons réagi") }

function stated(i,   names)
{
	split(word("to do;done;under way", "à faire;fait;en cours"), names, ";")
	return names[i]
}

function put(   i)
{
	print yaml ? word("event: a flood", "événement: une crue") : "**" word("Event", "Événement") " :** " word("a flood", "une crue") >out
	for (i = 1; i <= things; i++) {
		if (i == 1 || i == facts + 1)
			print yaml ? heading(i) ":" : "\n## " heading(i) "\n\n| Date | " word("Time", "Heure") " | " list(i) " |\n|---|---|---|" >out
		if (yaml)
			print "  - {" (date(i) != "" ? "date: \"" date(i) "\", " : "") word("time", "heure") ": \"" time(i) "\", " list(i) ": thing" i "}" >out
		else
			print "| " date(i) " | " time(i) " | thing" i " |" >out
	}
	if (lessons)
		print yaml ? word("lessons:", "enseignements:") : word("\n## Lessons\n\n| Lesson | State |", "\n## Enseignements\n\n| Enseignement | État |") "\n|---|---|" >out
	for (i = 1; i <= lessons; i++)
		print yaml ? "  - {" word("lesson", "enseignement") ": lesson" i (state[i] ? ", " word("state", "état") ": " stated(state[i]) : "") "}" : "| lesson" i " | " stated(state[i]) " |" >out
}

# A delay in words as minutes: "2 days 1 h 05", "30 min".
function minutes(text,   n, i, words, sum)
{
	gsub("−", "-", text)
	n = split(text, words, " ")
	for (i = 1; i <= n; i += 2)
		sum += words[i] * (words[i + 1] ~ /^[dj]/ ? 1440 : words[i + 1] == "h" ? 60 : 1)
	return sum + 0
}

# Whether a thing stands above another: by time, then facts, then as given.
function above(i, j)
{
	return at[i] != at[j] ? at[i] < at[j] : (i <= facts) != (j <= facts) ? i <= facts : i < j
}

function count(   i, j, place, order, last, start, first, part, n, found)
{
	part = word("Hour by hour", "Heure par heure")
	for (i = 1; i <= things; i++) {
		place = 1
		for (j = 1; j <= things; j++)
			place += above(j, i)
		order[place] = i
	}
	if (things < 2)
		return
	for (place = 1; place <= things; place++) {
		i = order[place]
		same("place " place, told[part, "#" place, i <= facts ? word("Fact", "Fait") : word("Response", "Réaction")], "thing" i)
		if (place > 1)
			same("delay " place, minutes(told[part, "#" place, word("Delay", "Délai")]), at[i] - at[order[place - 1]])
	}
	same("duration", minutes(told[part, word("Duration", "Durée")]), at[order[things]] - at[order[1]])
	start = first = -1
	for (place = things; place >= 1; place--)
		if (order[place] <= facts)
			start = place
	for (place = things; place > start; place--)
		if (order[place] > facts)
			first = place
	if (first > 0)
		same("first response", minutes(told[part, word("First response after", "Première réaction au bout de")]), at[order[first]] - at[order[start]])
	part = word("Lessons by state", "Enseignements par état")
	for (j = 1; j <= 3; j++) {
		n = 0
		for (i = 1; i <= lessons; i++)
			n += state[i] == j || (j == 1 && !state[i])
		same(stated(j), told[part, stated(j), word("Number", "Nombre")] + 0, n)
	}
}
