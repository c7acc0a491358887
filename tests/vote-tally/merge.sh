# The merge law: reports of polling stations add up to the report of one run over
# their ballots; also over 64 pieces of a bare list, tallied side by side.
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1

cat >settings.yaml <<'END'
titre: Deux bureaux, un seul vote
options:
  - 26: Comment partager l'eau ?
  - 5: Comment décider au plus près ?
  - 11: Comment ne laisser personne sans réponse ?
  - 17: Que peut devenir l'ancienne gare ?
voix: 2
inscrits: 900
quorum: 60 %
retenir: 2
départage: tirage
graine: "2025-10-16"
END
awk 'BEGIN {
	seed = 7
	split("5 11 17 26 26 99", label, " ")
	for (i = 1; i <= 640; i++) {
		seed = (seed * 16807) % 2147483647
		a = label[seed % 6 + 1]
		b = label[int(seed / 7) % 5 + 1]
		kind = int(seed / 101) % 12
		if (kind == 0)
			print "- []"
		else if (kind == 1)
			print "- {choix: [" a "], groupe: Agents}"
		else if (kind == 2 && a != b)
			print "- {votant: v" i ", groupe: Élus, choix: {" a ": 1, " b ": 2}}"
		else if (kind == 3)
			print "- [" a ", " a ", " b "]"
		else
			print "- [" a ", " b "]"
	}
}' >ballots.yaml

# two stations, each with its participants, in documents of their own
for half in nord sud; do
	{
		echo 'participants: 300'
		echo 'bulletins:'
		case $half in
		nord) sed -n '1,317p' ballots.yaml ;;
		sud) sed -n '318,$p' ballots.yaml ;;
		esac
	} >$half.yaml
	vote-tally settings.yaml $half.yaml >$half.md
done
vote-tally settings.yaml nord.yaml sud.yaml >direct.md
vote-tally nord.md sud.md >merged.md
cmp direct.md merged.md
vote-tally sud.md nord.md | sed -n '/^| Bulletins /p;/^| Écartés /p;/^| Participants /p'
sed -n '/### Participation/,/### Par groupe/p;/### Retenus/,/### Bulletins/p' direct.md

mkdir pieces
split -n l/64 -a 2 --additional-suffix=.yaml ballots.yaml pieces/
vote-tally settings.yaml pieces/*.yaml >direct.md
# shellcheck disable=SC2038 # names that split makes
printf '%s\n' pieces/*.yaml |
	xargs -P2 -I{} sh -c 'vote-tally settings.yaml {} >{}.md'
vote-tally pieces/*.md >merged.md
cmp direct.md merged.md
# half of them first: partial tallies are just reports
vote-tally pieces/[a-b]?.yaml.md >one.md
vote-tally pieces/[c-z]?.yaml.md >two.md
vote-tally one.md two.md | cmp - direct.md
find pieces -name '*.md' | wc -l
grep -c '^| [a-z]*\.yaml:' direct.md
