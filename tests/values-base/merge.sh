# Two tables of one room: the report of their reports is that of both.
cd "${work:?}" || exit 1
printf 'titre: Table 1\nvaleurs:\n  Ana: [Joie, Calme]\n  Bo: [Calme]\nà retenir: 1\n' >one.yaml
printf 'titre: Table 1\nvaleurs:\n  Cy: [Joie]\n  Di: [Joie, Soin]\nà retenir: 1\n' >two.yaml
values-base one.yaml >one.md && values-base two.yaml >two.md || exit 1
values-base one.yaml two.yaml >both.md || exit 1
values-base one.md two.md | cmp - both.md && sed -n '/^### Fréq/,/^### Hors/p' both.md
