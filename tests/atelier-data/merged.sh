# shellcheck disable=SC2154 # work comes from tests/run
printf 'titre: Un\nforces: [a]\nvote: {voix: 2}\n' >"$work/data-a.yaml"
printf '# Deux\n\n## Forces\n\n- b\n\n## Menaces\n\n- c\n' >"$work/data-b.md"
atelier-data "$work/data-a.yaml" "$work/data-b.md"
