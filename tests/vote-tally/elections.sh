# Random elections, in both forms and languages: what a slow count of its own
# finds, vote-tally finds too.
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
n=2000
case $B in
*san*) n=200 ;;
esac
awk -v n=$n -v seed=20251016 -v dir="$dir" -f election.awk </dev/null |
	sort >"$dir/want"
for file in "$dir"/*.yaml "$dir"/*.md; do
	name=${file%.*}
	vote-tally -l "${name##*-}" "$file" >"${name%-*}.told" ||
		echo "$file: status $?"
done
find "$dir" -name '*.told' -exec awk -f election-read.awk {} + | sort >"$dir/got"
diff "$dir/want" "$dir/got"
[ -s "$dir/got" ] || echo 'no numbers'
