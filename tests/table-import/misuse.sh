# What is no use of it.
try()
{
	printf 'A;B\n1;2\n' | table-import "$@"
	echo "$?"
}
try --to json
try --columns ''
try --separator ';;'
try --separator '"'
try --separator é
try --encoding klingon
try --encoding windows-1252
try -f yaml
try --to yaml -t Titre
printf '{"candidates": {"A": 1}}' | table-import -l en; echo "$?"
printf '[\n  {"nom": "Ann"}]\n' | ballots-import -l fr; echo "$?"
