# As much as can be added up, for a hundred years: 5 000 000 000 000 at the end.
cd "${work:?}" || exit 1
printf '%s\n' 'savings:' '- {idea: a, amount: 50 000 M€, frequency: yearly, start: 2026, realised: 50 000 M€}' \
	'horizon: 100' | savings-pool | grep -e 'Left' -e '| 2125'
