# A stream of ballots alone, after the sheet: a list that has no keys.
cd "${work:?}" || exit 1
printf '%s\n' 'options: [Hall, Park]' >sheet.yaml
printf '%s\n' '- Hall > Park' '- Park > Hall' '- Hall > Park' >ballots.yaml
vote-rank -l en sheet.yaml ballots.yaml
