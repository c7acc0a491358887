# Processes out of a hat, in a language: seed, count, lang and folder are given.
# Each is written to N.yaml and N.md in the folder; what its decision is,
# by the page alone, goes to standard output: a line of it, and one a round.
#
# The page: the last round adopts the version that it was held on, with an
# answer from all who are there and no objection left, once the last version had
# a round; a quorum must be reached, and where
# absence suspends nobody may be missing.  Nothing is adopted on a driver that
# was refused.  No concerns in sociocracy and holacracy: one is consent; no
# abstention in sociocracy: it is no answer.  Who objected is satisfied once a
# later round passes without their objection, but that Holacracy wants two
# confirmations.  Consensus is that everyone said yes.

function pick(n)
{
	return int(rand() * n)
}

function say(key)
{
	return word[lang, key]
}

function know(key, fr, en)
{
	word["fr", key] = fr
	word["en", key] = en
}

function vocabulary()
{
	know("yes", "consentement", "consent")
	know("unopposed", "pas d'objection", "no objection")
	know("objection", "objection", "objection")
	know("concern", "inquiétude", "concern")
	know("pass", "passe", "pass")
	know("abstention", "abstention", "abstention")
	know("absent", "absent", "absent")
	know("ruleset", "cadre", "ruleset")
	know("members", "membres", "members")
	know("excused", "excusé", "excused")
	know("quorum", "quorum", "quorum")
	know("absentees", "absents", "absentees")
	know("suspended", "suspendu", "suspended")
	know("presumed", "présumé", "presumed")
	know("driver", "moteur", "driver")
	know("situation", "situation", "situation")
	know("agreed", "consenti", "agreed")
	know("agreed yes", "oui", "yes")
	know("agreed no", "non", "no")
	know("proposal", "proposition", "proposal")
	know("reactions", "réactions", "reactions")
	know("rounds", "tours", "rounds")
	know("round", "Tour", "Round")
	know("version", "version", "version")
	know("answers", "réponses", "answers")
	know("from", "de", "from")
	know("text", "texte", "text")
	know("objections", "objections", "objections")
	know("of round", "tour", "round")
	know("argument", "argument", "argument")
	know("qualification", "qualification", "qualification")
	know("valid", "retenue", "valid")
	know("dismissed", "écartée", "dismissed")
	know("resolution", "résolution", "resolution")
	know("amend", "amender", "amend")
	know("confirmed", "confirmée", "confirmed")
	know("objector", "objecteur", "objector")
	know("proposer", "proposeur", "proposer")
	split("s3 sociocratie holacratie gpc", rules_fr, " ")
	split("s3 sociocracy holacracy gpc", rules_en, " ")
	split("Ana Bo Cy Dan Eve Flo", names, " ")
	split("yes yes yes unopposed objection concern pass abstention absent",
	    hat, " ")
}

# What happened in the room.
function throw_dice(m, r)
{
	rules = pick(4) + 1
	members = 2 + pick(5)
	rounds = 1 + pick(3)
	versions = 1 + pick(rounds)
	quorum = pick(3) ? 0 : 1 + pick(members)
	suspended = pick(4) == 0
	refused = pick(8) == 0
	for (m = 1; m <= members; m++)
		there[m] = pick(6) > 0
	for (r = 1; r <= rounds; r++) {
		held[r] = r < versions ? r : versions
		if (r == rounds && pick(6) == 0 && versions > 1)
			held[r] = versions - 1
		for (m = 1; m <= members; m++) {
			said[r, m] = there[m] || pick(3) == 0 \
			    ? hat[1 + pick(9)] : ""
			if (there[m] && pick(12) == 0)
				said[r, m] = ""
			# who objected stays to the end
			if (r > 1 && objected[m])
				said[r, m] = hat[1 + pick(6)]
			if (r == 1)
				objected[m] = 0
			if (said[r, m] == "objection")
				objected[m] = 1
		}
	}
	entries = 0
	for (r = 1; r <= rounds; r++)
		for (m = 1; m <= members; m++)
			if (said[r, m] == "objection" && pick(2)) {
				entries++
				by[entries] = m
				in_round[entries] = r
				fate[entries] = pick(3) ? "valid" : "dismissed"
				agree[entries] = pick(4)
			}
}

# By the page alone.
function counts_as(what)
{
	if (what == "unopposed" ||
	    (what == "concern" && (rules == 2 || rules == 3)))
		return "yes"
	if ((what == "abstention" || what == "pass") && rules == 2)
		return ""
	return what
}

function entry_of(r, m, e)
{
	for (e = 1; e <= entries; e++)
		if (by[e] == m && in_round[e] == r)
			return e
	return 0
}

# Whether an objection of a member in a round is in the way at the end.
function stands(r, m, e, later)
{
	e = entry_of(r, m)
	if (e && fate[e] == "dismissed" && rules != 2)
		return 0
	if (e && fate[e] == "valid" && rules == 3 && agree[e] != 3)
		return 1
	for (later = r + 1; later <= rounds; later++)
		if (counts_as(said[later, m]) != "" &&
		    said[later, m] != "objection" && said[later, m] != "absent")
			return 0
	return 1
}

function decide(m, r, what, heard, adopted, everyone, concerns, newest)
{
	for (r = 1; r <= rounds; r++)
		if (held[r] > newest)
			newest = held[r]
	adopted = !refused && newest == versions
	everyone = 1
	for (m = 1; m <= members; m++) {
		what = counts_as(said[rounds, m])
		if (said[rounds, m] == "absent" ||
		    (said[rounds, m] == "" && !there[m]))
			what = "absent"
		if (what == "")
			adopted = 0
		heard += what != "" && what != "absent"
		if (what == "absent" && suspended)
			adopted = 0
		if (said[rounds, m] != "yes")
			everyone = 0
		for (r = 1; r <= rounds; r++) {
			if (said[r, m] == "objection" && stands(r, m))
				adopted = 0
			concerns += said[r, m] == "concern" &&
			    (rules == 1 || rules == 4)
		}
	}
	if (heard < quorum || heard == 0)
		adopted = 0
	if (!adopted)
		return "no"
	return "version " held[rounds] (everyone && !concerns ? ", consensus" : "")
}

# A round in figures: yes, objections, concerns, no view, absent, no answer.
function figures(r, m, what, n)
{
	for (m = 1; m <= members; m++) {
		what = counts_as(said[r, m])
		if (said[r, m] == "" && !there[m])
			what = "absent"
		if (what == "pass")
			what = "abstention"
		n[what]++
	}
	what = r " " held[r] " " n["yes"] + 0 " " n["objection"] + 0 " " \
	    n["concern"] + 0 " " n["abstention"] + 0 " " n["absent"] + 0 " " \
	    n[""] + 0
	split("", n)
	return what
}

function confirmation(e)
{
	return agree[e] == 1 ? say("objector") : agree[e] == 2 \
	    ? say("proposer") : agree[e] == 3 \
	    ? say("objector") ", " say("proposer") : ""
}

# The sheet in YAML.
function write_yaml(out, m, r, e, line)
{
	print "title: T" >out
	print "lang: " lang >out
	print say("ruleset") ": " \
	    (lang == "fr" ? rules_fr[rules] : rules_en[rules]) >out
	print say("absentees") ": " \
	    say(suspended ? "suspended" : "presumed") >out
	if (quorum)
		print say("quorum") ": " quorum >out
	print say("members") ":" >out
	for (m = 1; m <= members; m++)
		print "  - " names[m] (there[m] ? "" : " (" say("excused") ")") >out
	print say("driver") ": {" say("situation") ": S, " say("agreed") ": " \
	    say(refused ? "agreed no" : "agreed yes") "}" >out
	print say("proposal") ":" >out
	for (r = 1; r <= versions; r++)
		print "  v" r ": Text " r "." >out
	print say("rounds") ":" >out
	for (r = 1; r <= rounds; r++) {
		print "  - n: " r >out
		print "    version: " held[r] >out
		print "    " say("answers") ":" >out
		for (m = 1; m <= members; m++)
			if (said[r, m] != "")
				print "      " names[m] ": " \
				    say(said[r, m]) >out
	}
	if (entries)
		print say("objections") ":" >out
	for (e = 1; e <= entries; e++) {
		print "  - " say("from") ": " names[by[e]] >out
		print "    " say("of round") ": " in_round[e] >out
		print "    " say("argument") ": A" e >out
		print "    " say("qualification") ": " say(fate[e]) >out
		if (confirmation(e) != "")
			print "    " say("confirmed") ": [" confirmation(e) "]" >out
	}
	close(out)
}

# The same in Markdown.
function write_markdown(out, m, r, e)
{
	print "# T\n\n- lang: " lang "\n" >out
	print "## " (lang == "fr" ? "Consentement" : "Consent") "\n" >out
	print "### " (lang == "fr" ? "Règle" : "Rules") "\n" >out
	print "- " say("ruleset") ": " \
	    (lang == "fr" ? rules_fr[rules] : rules_en[rules]) >out
	print "- " say("absentees") ": " \
	    say(suspended ? "suspended" : "presumed") >out
	if (quorum)
		print "- " say("quorum") ": " quorum >out
	print "\n## " say("members") "\n" >out
	for (m = 1; m <= members; m++)
		print "- " names[m] (there[m] ? "" : " : " say("excused")) >out
	print "\n## " say("driver") "\n\n- " say("situation") ": S" >out
	print "- " say("agreed") ": " \
	    say(refused ? "agreed no" : "agreed yes") >out
	for (r = 1; r <= versions; r++)
		print "\n## " say("proposal") " v" r "\n\nText " r "." >out
	for (r = 1; r <= rounds; r++) {
		print "\n## " say("round") " " r " (version " held[r] ")\n" >out
		for (m = 1; m <= members; m++)
			if (said[r, m] != "")
				print "- **" names[m] "** : " say(said[r, m]) >out
	}
	if (entries) {
		print "\n## " say("objections") "\n" >out
		print "| " say("from") " | " say("of round") " | " \
		    say("argument") " | " say("qualification") " | " \
		    say("confirmed") " |\n|---|---|---|---|---|" >out
	}
	for (e = 1; e <= entries; e++)
		print "| " names[by[e]] " | " in_round[e] " | A" e " | " \
		    say(fate[e]) " | " confirmation(e) " |" >out
	close(out)
}

BEGIN {
	srand(seed)
	vocabulary()
	for (i = 1; i <= count; i++) {
		throw_dice()
		name = folder "/" lang i
		write_yaml(name ".yaml")
		write_markdown(name ".md")
		print "@ " lang i
		print decide()
		for (r = 1; r <= rounds; r++)
			print figures(r)
	}
}
