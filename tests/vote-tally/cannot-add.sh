# Reports that cannot be added say why.
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
printf 'options: {A: Un, B: Deux}\nbulletins: [[A], [B, C]]\n' | vote-tally >three.md
printf 'options: {A: Un, B: Deux}\nvoix: 1\nbulletins: [[A]]\n' | vote-tally >one.md
printf 'options: {A: Un, C: Trois}\nbulletins: [[C]]\n' | vote-tally >c.md
printf 'options: {A: Un, B: Deux}\ncumul: non\ncomptes: {A: 2}\n' | vote-tally >counts.md
for pair in 'three.md one.md' 'three.md c.md' 'three.md counts.md' 'one.md counts.md'; do
	echo "== $pair"
	# shellcheck disable=SC2086 # two names
	vote-tally $pair
	echo "$?"
done
echo '== an option of the command'
vote-tally -n 2 three.md
echo "$?"
