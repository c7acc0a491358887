# count.awk: minutes out of a hat, for hat.awk, a chapter each, against the page:
# actions are one where chapters tell of them in the same words, unless they name
# other people or another day; those with a day come first, in order; what is open
# on 1 June 2026 behind its day is late. Decisions and open points are not joined.
function fill(   c, i)
{
	chapters = 2 + hat(4)
	for (c = 1; c <= chapters; c++) {
		decisions[c] = hat(4)
		actions[c] = hat(5)
		for (i = 1; i <= actions[c]; i++) {
			what[c, i] = 6 * (i - 1) + hat(6)
			who[c, i] = hat(3)
			due[c, i] = hat(4)
			state[c, i] = hat(4)
		}
	}
}

function named(c, i) { return word("Plant tree ", "Planter l'arbre ") what[c, i] }
function person(n) { return substr("   AnaLeo", 3 * n + 1, 3) }
function day(n) { return n == 0 ? "" : n == 1 ? "2026-05-02" : n == 2 ? "2026-05" : "2026-06-03" }
function last(n) { return n == 0 ? "9999" : n == 2 ? "2026-05-31" : day(n) }
function mood(n) { return n == 0 ? "" : n == 1 ? word("done", "fait") : n == 2 ? word("dropped", "abandonné") : word("under way", "en cours") }

function field(key, text) { return text ~ /^ *$/ ? "" : ", " key ": " text }

function put(   c, i)
{
	for (c = 1; c <= chapters; c++) {
		print (yaml ? "---\n" word("title: Meeting ", "titre: Réunion ") c : "# " word("Meeting ", "Réunion ") c "\n") >out
		print (yaml ? word("aim: decide", "objectif: décider") : "- **" word("Aim", "Objectif") ":** " word("decide", "décider") "\n") >out
		print (yaml ? "" : "## ") word("Decisions", "Décisions") (yaml ? ":" : "\n") >out
		for (i = 1; i <= decisions[c]; i++)
			print (yaml ? "  - " : "- ") word("Choice ", "Choix ") hat(3) " " c "." i >out
		print (yaml ? "" : "\n## ") "Actions" (yaml ? ":" : "\n\n| " word("What | Who | When | State", "Quoi | Qui | Quand | État") " |\n|---|---|---|---|") >out
		for (i = 1; i <= actions[c]; i++)
			if (yaml)
				print "  - {" word("what", "quoi") ": " named(c, i) field(word("who", "qui"), person(who[c, i])) field(word("when", "quand"), day(due[c, i])) field(word("state", "état"), mood(state[c, i])) "}" >out
			else
				print "| " named(c, i) " | " person(who[c, i]) " | " day(due[c, i]) " | " mood(state[c, i]) " |" >out
		print "" >out
	}
}

# Row k of those that are counted: its words, chapters, person, day and state.
function follow(   c, i, k, w)
{
	rows_all = 0
	split("", latest)
	for (c = 1; c <= chapters; c++)
		for (i = 1; i <= actions[c]; i++) {
			w = named(c, i)
			k = latest[w]
			if (k == "" || seen[k] == c || (who[c, i] && his[k] && who[c, i] != his[k]) || (due[c, i] && by[k] && due[c, i] != by[k])) {
				k = latest[w] = ++rows_all
				text[k] = w
				his[k] = by[k] = how[k] = 0
				where[k] = ""
			}
			where[k] = where[k] (where[k] == "" ? "" : ", ") c
			seen[k] = c
			his[k] = who[c, i] ? who[c, i] : his[k]
			by[k] = due[c, i] ? due[c, i] : by[k]
			how[k] = state[c, i] ? state[c, i] : how[k]
		}
}

function count(   c, k, n, place, open, late, all, register, is_late, line)
{
	follow()
	register = word("Register of actions", "Registre des actions")
	for (c = 1; c <= chapters; c++)
		all += decisions[c]
	for (k = 1; k <= rows_all; k++) {
		is_late[k] = how[k] != 1 && how[k] != 2 && last(by[k]) < "2026-06-01"
		open += how[k] != 1 && how[k] != 2
		late += is_late[k]
		place = 1
		for (n = 1; n <= rows_all; n++)
			place += last(by[n]) < last(by[k]) || (last(by[n]) == last(by[k]) && n < k)
		line = "row " place
		same(line, told[register, "#" place, word("What", "Quoi")], text[k])
		same(line " chapter", told[register, "#" place, word("Chapter", "Chapitre")], where[k])
		same(line " who", told[register, "#" place, word("Who", "Qui")], his[k] ? person(his[k]) : "")
		same(line " state", told[register, "#" place, word("State", "État")], mood(how[k]) (is_late[k] ? (how[k] ? ", " : "") word("late", "en retard") : ""))
	}
	same("no row more", told[register, "#" rows_all + 1, word("What", "Quoi")], "")
	same("chapters", told[word("In figures", "En chiffres"), word("Chapters", "Chapitres")], chapters)
	same("decisions", told[word("In figures", "En chiffres"), word("Decisions", "Décisions")], all ? all : "")
	if (rows_all > 0)
		same("actions", told[word("In figures", "En chiffres"), "Actions"], rows_all word(" (open: " open "; late on 1 June 2026: " late ")", " (ouvertes : " open " ; en retard au 1er juin 2026 : " late ")"))
}
