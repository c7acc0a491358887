# Ten thousand pacts, and their report again.
cd "${work:?}" || exit 1
awk -v n=10000 -f "${top:?}/tests/bench/pacts.awk" </dev/null >pacts.yaml
pact-register --today 2025-11-22 pacts.yaml >pacts.md || exit 1
pact-register --today 2025-11-22 pacts.md | cmp - pacts.md
sed -n '/^### How the pacts stand/,/^####/p; /^### By type/,/^### By party/p' pacts.md
rm pacts.yaml pacts.md
