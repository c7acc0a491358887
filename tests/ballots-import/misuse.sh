# What is no use of it.
for args in '--maybe perhaps' '--dots 0' '--dots x' '--numbers x' '--to json' \
	'--choice A --options B' '--encoding klingon' '-f yaml'; do
	# shellcheck disable=SC2086 # words
	printf 'Voter,A\nAnn,\351\n' | ballots-import $args
	echo "$?"
done
printf 'Voter,A\nAnn,1\n' | ballots-import --as rank
printf 'Voter,A\nAnn,1\n' | ballots-import --as ranks --numbers dots
