# Ballots of a counting program's file, ranked; and the consent to what is
# retained.
cd "${work:?}" || exit 1
printf '%s\n' '3 1' '4 1 2 0' '3 2 3 0' '2 3 0' '0' '"Ann"' '"Bo"' '"Cy"' '"Chair"' >chair.blt
ballots-import -l en chair.blt | vote-rank - | grep '^| *[0-9] '
vote-rank -l en "${top:?}/examples/24-vote-rank.yaml" >ranked.md
printf '%s\n' 'members: [Ann, Bo]' 'rounds:' '- answers: {Ann: consent, Bo: consent}' >round.yaml
consent-round -l en ranked.md round.yaml | grep -A 2 '^### Proposal'
