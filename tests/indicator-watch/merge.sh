# shellcheck disable=SC2154 # work comes from tests/run
# The report of two reports is that of their inputs.
printf 'lang: en\nindicators:\n  - {name: A, theme: T, unit: u, source: s, values: {2024: 1}}\n' >"${work:?}/watch-1.yaml"
printf 'lang: en\nindicators:\n  - {name: B, theme: U, unit: u, source: s, values: {2025: 2}}\n' >"${work:?}/watch-2.yaml"
indicator-watch "${work:?}/watch-1.yaml" >"${work:?}/watch-1.md"
indicator-watch "${work:?}/watch-2.yaml" >"${work:?}/watch-2.md"
indicator-watch "${work:?}/watch-1.yaml" "${work:?}/watch-2.yaml" >"${work:?}/watch.md"
indicator-watch "${work:?}/watch-1.md" "${work:?}/watch-2.md" | cmp - "${work:?}/watch.md"
cat "${work:?}/watch.md"
