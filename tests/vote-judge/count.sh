# Every profile of up to eight judges on three grades, ranked again slowly by
# count.awk, which takes the middle judgement away as the definition says.
n=1
while [ $n -le 8 ]; do
	{
		printf '%s\n' '- Grades: Best, Middle, Worst' '' '## Profiles' ''
		awk -v n=$n -v make=1 -f count.awk
	} >"${work:?}/count.md"
	vote-judge -l en "${work:?}/count.md" | awk -v n=$n -f count.awk
	n=$((n + 1))
done
