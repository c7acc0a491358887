# shellcheck disable=SC2154 # work comes from tests/run
# A programme is a chapter of proceedings, and what it finds an open point.
cd ../../examples || exit
programme-plan 14-programme-plan.yaml >"${work:?}/programme.md"
programme-plan 14-programme-plan-catalogue.yaml >"${work:?}/catalogue.md"
atelier-report --today 2025-10-20 "${work:?}/programme.md" "${work:?}/catalogue.md" \
	06-atelier-report-1.yaml >"${work:?}/programme-actes.md" || exit
grep -e '^#' -e '^\*\*' -e 'rien n' "${work:?}/programme-actes.md"
# It comes out again as it went in.
atelier-report --today 2025-10-20 "${work:?}/programme-actes.md" |
	cmp - "${work:?}/programme-actes.md"
