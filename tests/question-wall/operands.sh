# Two halves of a room: numbers already taken are given anew, and what refers
# to them follows; the same number and text is the same question.
folder=$(mktemp -d)
cd "$folder" || exit 1
cat >a.md <<'END'
# Mur du matin

## Questions

- **1** Comment ouvrir la halle ?
- **2** Qui paie le sel ?
- **4** Comment vider l'étang ?
END
cat >b.md <<'END'
# Mur du soir

## Questions

| N° | Question | Doublon |
| -- | -------- | ------- |
| 1 | Comment fermer les volets ? | |
| 2 | Qui paie le sel ? | |
| 3 | Comment clore les volets ? | 1 |
| 5 | Comment peser la neige ? | 4 |

## Retenues

- **1** Comment fermer à plusieurs ?
- **4** Comment garder l'eau ?
END
cat >c.yaml <<'END'
questions:
  - {texte: "Qui sonne ?", retenue: Atelier 3}
retenues: {2: Atelier 4}
END
question-wall a.md b.md c.yaml
question-wall a.md b.md c.yaml >report
question-wall report | cmp - report && echo read again alike
question-wall a.md >a
question-wall a.md a.md | cmp - a && echo twice is once
cat a.md b.md | question-wall >piped
question-wall a.md b.md | cmp - piped && echo one stream alike
cd / && rm -r "$folder"
