# n random votes of two stations from a seed: dir/NUMBER.{north,south}.{yaml,md}, and
# the settings of both in dir/NUMBER.set.{yaml,md}. What they come to, counted
# slowly, is a line a vote: its number, then the rank of each option.
# awk -v n=100 -v seed=1 -v dir=DIR -f stations.awk </dev/null

function random(k)
{
	seed = (seed * 16807) % 2147483647
	return int(seed / 2147483647 * k)
}

# The grades of an option one by one: the middle one is taken away each time, and
# of two the lower one. Grades are numbers here, 1 the best.
function value(option, list, left, at, i, text)
{
	left = 0
	for (i = grades; i > 0; i--)
		for (at = 0; at < counts[option, i]; at++)
			list[left++] = i
	text = ""
	while (left > 0) {
		at = int((left - 1) / 2)
		text = text " " list[at]
		left--
		for (i = at; i < left; i++)
			list[i] = list[i + 1]
	}
	return text
}

# Adds what nobody said, by the rule of the vote.
function supply(option, total, half, i)
{
	total = 0
	for (i = 1; i <= grades; i++)
		total += counts[option, i]
	i = grades
	if (rule == "median" && total > 0)
		for (i = half = 0; half <= int(total / 2);)
			half += counts[option, ++i]
	counts[option, i] += ballots - total
}

function ballot(number, times, spoils, given, yaml_line, md_line, i, mark)
{
	times = random(4) ? 1 : 1 + random(5)
	spoils = random(15) == 0
	given = spoils
	yaml_line = ""
	md_line = "| v" number " | " (group = random(4) ? "" : "G" random(2)) " | " times
	for (i = 1; i <= options; i++) {
		mark = random(6) ? 1 + random(grades) : 0
		if (spoils && i == 1)
			mark = "x"
		of[i] = mark
		if (mark)
			yaml_line = yaml_line (yaml_line ? ", " : "") "O" i ": " (mark == "x" ? "x" : name[mark])
		md_line = md_line " | " (mark ? mark == "x" ? "x" : name[mark] : "")
		given = given || mark
	}
	print "- {voter: v" number ", times: " times (group ? ", group: " group : "") \
	    ", choices: {" yaml_line "}}" >yaml
	print md_line " |" >md
	if (spoils || !given)
		return
	ballots += times
	for (i = 1; i <= options; i++)
		if (of[i])
			counts[i, of[i]] += times
}

function station(where, first, many, i)
{
	yaml = dir "/" vote "." where ".yaml"
	md = dir "/" vote "." where ".md"
	print "ballots:" >yaml
	printf "# Station\n\n## Ballots\n\n| Voter | Group | Times" >md
	for (i = 1; i <= options; i++)
		printf " | O%d", i >md
	printf " |\n| --- | --- | ---" >md
	for (i = 1; i <= options; i++)
		printf " | ---" >md
	print " |" >md
	for (i = 0; i < many; i++)
		ballot(first + i)
	close(yaml)
	close(md)
}

BEGIN {
	split("Excellent|Very good|Good|Passable|To reject", all, "|")
	for (vote = 1; vote <= n; vote++) {
		delete counts
		ballots = 0
		options = 2 + random(4)
		grades = 2 + random(4)
		rule = random(2) ? "reject" : "median"
		scale = ""
		for (i = 1; i <= grades; i++) {
			name[i] = all[i]
			scale = scale (i > 1 ? ", " : "") all[i]
		}
		yaml = dir "/" vote ".set.yaml"
		md = dir "/" vote ".set.md"
		print "title: A vote\ngrades: " scale "\nno opinion: " rule "\noptions:" >yaml
		print "# A vote\n\n- Grades: " scale "\n- No opinion: " rule "\n\n## Options\n" >md
		for (i = 1; i <= options; i++) {
			print "  O" i ": Option " i >yaml
			print "- **O" i "** Option " i >md
		}
		close(yaml)
		close(md)
		station("north", 1, random(9))
		station("south", 100, 1 + random(9))
		for (i = 1; i <= options; i++) {
			supply(i)
			of[i] = value(i)
		}
		printf "%d", vote
		for (i = 1; i <= options; i++) {
			rank = 1
			for (j = 1; j <= options; j++)
				rank += of[j] < of[i]
			printf " %d", rank
		}
		print ""
	}
}
