# Two sheets in Markdown add up their people, as those in YAML do.
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
sheet()
{
	cat >"$1.md" <<-EOF
	# $1

	- **Voters:** $2
	- **Electorate:** $3

	## Options

	- Well
	- Pump

	## Dots

	1

	## Quorum

	half

	## Ballots

	- Well
	- Pump
	EOF
	cat >"$1.yaml" <<-EOF
	title: $1
	voters: $2
	electorate: $3
	options: [Well, Pump]
	dots: 1
	quorum: half
	ballots: [[Well], [Pump]]
	EOF
}
sheet East 3 9
sheet West 4 8
vote-tally East.md West.md | sed -n '/^### Part/,/^## West/p' >md
vote-tally East.yaml West.yaml | sed -n '/^### Part/,$p' >yaml
cat yaml
diff yaml md
