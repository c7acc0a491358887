# What a clerk writes into the grid of a report is taken into the plan; two
# reports make the one of both sheets.
cd "${top:?}/tests/participation-plan" || exit 1
a='{public: Élus, phase: décision, degré: consultation, promesse: p, retour: 2026-01-05}'
b='{public: Agents, phase: décision, degré: information, promesse: q, retour: 2026-01-04}'
printf 'titre: T\nplan:\n  - %s\n' "$a" >"${work:?}/a.yaml"
printf 'titre: T\nplan:\n  - %s\n  - %s\n' "$b" "$a" >"${work:?}/b.yaml"
participation-plan "${work:?}/a.yaml" >"${work:?}/a.md"
participation-plan "${work:?}/b.yaml" >"${work:?}/b.md"
participation-plan "${work:?}/a.md" "${work:?}/b.md" >"${work:?}/ab.md"
participation-plan "${work:?}/a.yaml" "${work:?}/b.yaml" | diff - "${work:?}/ab.md" &&
	sed '/^### Grille/,/^###* Par/s/| Élus   |            |            | consultation |/| Élus   | information |            | consultation |/' \
		"${work:?}/ab.md" | participation-plan
