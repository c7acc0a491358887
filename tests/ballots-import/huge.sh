# A hundred thousand rows; what is read does not grow with their square.
awk 'BEGIN {
	print ",\"Eau\",\"Gare\",\"Route\",\r"
	for (i = 0; i < 100000; i++)
		printf "\"Votant %d\",\"Oui\",\"Non\",\"Si n\303\251cessaire\",\r\n", i
}' | ballots-import | tail -n 2
