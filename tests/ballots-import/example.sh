# The seminar's poll, both forms of it alike in what they say.
ballots-import ../../examples/04-ballots-import.csv
ballots-import -c ../../examples/04-ballots-import.csv
