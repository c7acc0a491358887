# A vote's report goes in before the sheet of the round.
printf '# Vote du matin\n\n## Vote\n\n### Retenus\n\n- **B** Essayer\n' |
	consent-round - round.md
