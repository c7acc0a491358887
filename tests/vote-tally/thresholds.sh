# What a threshold is a share of: participants, electors or votes, as its words say.
while IFS= read -r share; do
	printf '%s:' "$share"
	printf '# Vote\n\nInscrits : 40\nParticipants : 25\nSeuil : %s\n\n## Options\n\n- A : 14\n- B : 8\n\nVoix par personne : 1\n' "$share" |
		vote-tally -f markdown | sed -n 's/^- \([AB]\)$/ \1/p' | tr -d '\n'
	echo
done <<'EOF'
plus de la moitié
la moitié des inscrits
un tiers des inscrits
plus de 60 % des voix
majorité absolue des suffrages exprimés
deux tiers des présents
half of those present
30 % of the participants
more than half of the votes cast
a third of the votes
EOF
