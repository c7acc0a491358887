# words.awk VALUES NAMES TOLD TYPED: the words of each file typed that stand in
# nothing told, and are no VALUES. A figure, an hour and a date's words may be
# told in another spelling.

FILENAME ~ /values$/ { value[$0]; next }
FILENAME ~ /names$/ { name[++names] = $0; next }
/^fileofwords$/ { getline file; next }
FILENAME ~ /told/ { told[file, $0]; next }
length < 3 || /[0-9]/ || $0 in value { next }
(file, $0) in told || (file, $0) in lost { next }
{
	lost[file, $0]
	print name[file] ": " $0
}
