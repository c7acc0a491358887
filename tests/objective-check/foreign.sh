# The objectives of a project sheet; where there is none, the actions of a force
# field, or what a vote selected.
cd "${top:?}/examples" || exit
for report in "atelier-report 06-atelier-report-2.md" \
	"force-field 07-force-field.yaml" "vote-tally 03-vote-tally.yaml"; do
	$report | objective-check --today 2025-11-20 >"${work:?}/objectives"
	sed -n '/^## Examen/,$p' "${work:?}/objectives"
	objective-check --today 2025-11-20 "${work:?}/objectives" |
		cmp - "${work:?}/objectives"
done
