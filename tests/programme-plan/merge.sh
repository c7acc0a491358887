# shellcheck disable=SC2154 # work comes from tests/run
# Two reports are one programme: the same day is one day.
printf '# Matin\n\n## 16 octobre 2025\n\n- 9h : Ouvrir\n' | programme-plan >"${work:?}/programme-1.md"
printf 'jours:\n  2025-10-16:\n    - 8h: Balayer\n' | programme-plan >"${work:?}/programme-2.md"
programme-plan "${work:?}/programme-1.md" "${work:?}/programme-2.md"
