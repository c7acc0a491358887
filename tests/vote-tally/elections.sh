# Random elections: what a slow count of its own finds, vote-tally finds too.
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
n=2000
case $B in
*san*) n=200 ;;
esac
awk -v n=$n -v seed=20251016 -v dir="$dir" -f election.awk </dev/null |
	sort >"$dir/want"
i=1
while [ $i -le $n ]; do
	vote-tally -l fr "$dir/$i.yaml" >"$dir/$i.md" || echo "$i: status $?"
	i=$((i + 1))
done
find "$dir" -name '*.md' -exec awk -f election-read.awk {} + | sort >"$dir/got"
diff "$dir/want" "$dir/got"
[ -s "$dir/got" ] || echo 'no numbers'
