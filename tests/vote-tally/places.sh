# Places name options only where all documents give them in one order.
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
printf 'options: [Un, Deux]\nvoix: 1\nbulletins: [[1]]\n' >a.yaml
printf 'options: [Deux, Un]\nvoix: 1\nbulletins: [[1]]\n' >b.yaml
printf 'options: [Deux, Un]\nvoix: 1\nbulletins: [[Deux]]\n' >c.yaml
vote-tally a.yaml b.yaml
echo "$?"
vote-tally a.yaml a.yaml | grep '^|.*Un'
for file in a b c; do
	vote-tally $file.yaml >$file.md
done
vote-tally c.yaml c.md >direct.md
vote-tally c.md c.md | cmp - direct.md
vote-tally a.md b.md | sed -n '/^| Rang/,/^$/p'
