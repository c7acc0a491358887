# Beyond 64 KiB YAML is counted as it is read: the same results, the same places.
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
ballots()
{
	awk 'BEGIN {
		for (i = 1; i <= 30000; i++)
			print i == 29990 ? "- [Z]" : i == 29995 ? "- [é, A]" : i % 3 ? "- [A]" : "- [B, A]"
	}'
}
{ printf 'options: {A: Un, B: Deux, é: Trois}\nvoix: 2\nbulletins:\n'; ballots; } >early.yaml
{ printf 'bulletins:\n'; ballots; printf 'options: {A: Un, B: Deux, é: Trois}\nvoix: 2\n'; } >late.yaml
vote-tally early.yaml
for file in early late; do
	vote-tally $file.yaml | sed '/### Bulletins/,$d' >$file.md
	vote-tally <$file.yaml | sed '/### Bulletins/,$d' | cmp - $file.md
	# shellcheck disable=SC2002 # a pipe, on purpose
	cat $file.yaml | vote-tally | sed '/### Bulletins/,$d' | cmp - $file.md
done
vote-tally late.yaml | grep 'late.yaml:'
cmp early.md late.md
echo '== settings behind, which contradict: a file is read again, a pipe cannot be'
echo 'cumul: non' >>early.yaml
sed -i '5s/.*/- [A, A]/' early.yaml
vote-tally early.yaml | sed -n '/^| É/p;/^| early/p'
vote-tally <early.yaml | sed -n '/^| É/p;/^| -:/p'
# shellcheck disable=SC2002 # a pipe, on purpose
cat early.yaml | vote-tally
echo "$?"
echo '== faults far from the start'
printf -- '- \377\n' >>late.yaml
vote-tally late.yaml
{ ballots; printf -- '- \000\n'; } | vote-tally
{ ballots; printf -- '- [A\n'; } | vote-tally -l en
{ ballots; printf -- '- {voter: a, choices: A, b: 2}\n'; } | vote-tally -l en - early.yaml
echo '== what nobody sees, far from the start'
{ ballots; printf -- '- [A\007]\n'; } | vote-tally -l en
{ echo 'options: {A: Un, B: Deux, é: Trois, Z: Rien}'; echo 'voix: 2'; echo 'bulletins:'; ballots; printf -- '- [\342\200\256A]\n- [A\342\200\213]\n'; } |
	vote-tally -c
{ ballots; printf -- '- [A\n'; yes -- '- [A]' | head -n 3000; printf -- '- \007\n'; } | vote-tally -l en
