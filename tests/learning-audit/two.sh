# The later sheet is the audit, whichever comes first; what its report prints of
# the earlier one is enough to read it again, and is left out a year later.
#
# By hand, shared vision: 1 and 2 in 2024: 1.5. 2, 2 and 3 in 2025: 2.33, +0.83.
# 4 in 2026: +1.67. Team learning: 3, then nobody, then 2, with nothing before.
cd "${work:?}" || exit 1
printf 'title: First\ndate: %s\nratings:\n%s\n%s\n%s\n' 2024-10-17 \
	'  - {discipline: shared vision, who: Ann, group: Depot, score: 1}' \
	'  - {discipline: shared vision, who: Ben, score: 2}' \
	'  - {discipline: team learning, who: Ben, score: 3}' >2024.yaml
printf 'title: Second\ndate: %s\nratings:\n%s\n%s\n' 2025-10-17 \
	'  - {discipline: shared vision, who: Ann, group: Depot, score: 2}' \
	'  - {discipline: shared vision, who: Ben, score: 2}' >2025.yaml
printf '%s\n' '# Part two' '' '## Ratings' '' '| Discipline | Who | Score |' \
	'| --- | --- | --- |' '| Shared vision | Cyd | 3 |' '' '## Notes' '' \
	'A word.' >2025-b.md
printf 'title: Third\ndate: %s\nratings:\n%s\n%s\n' 2026-10-16 \
	'  - {discipline: shared vision, who: Ann, group: Depot, score: 4}' \
	'  - {discipline: team learning, who: Ann, group: Depot, score: 2}' >2026.yaml
learning-audit 2024.yaml 2025.yaml 2025-b.md >second.md || exit 1
learning-audit 2025.yaml 2025-b.md 2024.yaml | diff second.md - || exit 1
learning-audit second.md | diff second.md - || exit 1
learning-audit 2025.yaml 2024.yaml >part.md
learning-audit part.md 2025-b.md | diff second.md - || exit 1
learning-audit second.md 2024.yaml | diff second.md - || exit 1
sed -n '/^# /p; /^### Profile/,$p' second.md
echo "--- a year later"
learning-audit second.md 2026.yaml
echo "--- too many, too different"
learning-audit 2024.yaml 2025.yaml 2026.yaml
learning-audit part.md second.md | diff second.md -
sed 's/score: 1/score: 4/' 2024.yaml >other.yaml
learning-audit second.md other.yaml
printf 'title: x\ndate: spring\nratings: []\n' >undated.yaml
learning-audit 2025.yaml undated.yaml
