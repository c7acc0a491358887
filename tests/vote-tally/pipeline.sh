# Options from the wall: its Options, else its selected questions by their
# powerful wording, else its questions; the wall's sections pass.
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
cat >wall.md <<'END'
# Le mur

- **Participants :** 9

## Mur de questions

### Questions

- **3** Que faire de la gare ?
- **12** Pourquoi personne ne répond ?
- **18** Comment garder l'eau ?

### Retenues

| N° | Question brûlante | Question puissante | Atelier |
| --- | --- | --- | --- |
| 3 | Que faire de la gare ? | Que peut devenir la gare ? | 1 |
| 12 | Pourquoi personne ne répond ? | | 2 |

### À vérifier

- n° 12 commence par « Pourquoi »
END
printf '%s\n' 'voix: 1' 'bulletins:' '- [3]' '- [12]' '- [3]' '- [18]' >ballots.yaml
vote-tally - ballots.yaml <wall.md
echo '== its questions, where none is selected'
sed '/### Retenues/,/^| 12/d' wall.md | vote-tally - ballots.yaml | sed -n '/^| *Rang/,/^$/p'
echo '== its options come first, and questions in a table'
{
	cat wall.md
	printf '\n### Options\n\n- **3** La gare\n- **18** Garder l'\''eau\n'
} | vote-tally - ballots.yaml | sed -n '/^| *Rang/,/^$/p'
echo '== the report again'
vote-tally - ballots.yaml <wall.md >report.md
vote-tally <report.md >again.md
cmp again.md report.md
