# A bare list of ballots is one wherever it stands among the operands.
cd "${work:?}" || exit 1
printf -- '- Jardin\n- Jardin, Banc\n- Banc, Four\n' >ballots.md
printf '# Place\n\n## Options\n\n- Jardin\n- Banc\n- Four\n' >options.md
vote-tally options.md ballots.md >after.md && cat after.md
vote-tally ballots.md options.md | cmp - after.md
vote-tally ballots.md
