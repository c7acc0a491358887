#!/bin/sh
# laws.sh TOOL: the laws, over the tool's cases, examples and templates.
#
# A case is taken if it stands in a .in, gives a report, and no CASE.nolaw stands
# beside it. tests/TOOL/nolaws spares the tool the laws that it names, one a
# line; empty, all: a tool that does not write Markdown. tests/TOOL/values are
# words that it reads as a value, and prints in its own.

. tests/tap.sh
. tests/readers.sh
tool=$1
cases=$top/tests/$tool
out=$(scratch "$tool.laws.d")

[ ! -e "$cases/nolaws" ] || [ -s "$cases/nolaws" ] || exit 0
cd "$out" || exit 1
mkdir inputs report again passing passed fr fr.again en en.again typed told
: >broken
: >templates.bad
: >check.bad

# Under the sanitizers a report is made and read back, and that is all: the other
# runs take minutes there, and are mostly of the same code.
sanitized=
! sanitized "$tool" || sanitized=yes

# law NAME: a verdict, unless the tool is spared.
law()
{
	if grep -qsx "$1" "$cases/nolaws"; then
		cat >/dev/null
	else
		verdict "$tool: $1 ($count reports)"
	fi
}

# The inputs: a name, a file, and the options of the case, if any.
tab=$(printf '\t')
{
	for language in fr en; do
		for form in yaml markdown; do
			name=template-$language-$form
			timeout 20 "$tool" --template=$form --lang $language \
				>"inputs/$name" 2>>templates.bad ||
				echo "$name: status $?" >>templates.bad
			printf '%s\t%s\n' "$name" "inputs/$name"
		done
	done
	examples "$tool" | while read -r example; do
		printf '%s\t%s\n' "${example##*/}" "$example"
	done
	for golden in "$cases"/*.out; do
		case=${golden%.out}
		status=0
		[ ! -e "$case.status" ] || read -r status <"$case.status"
		[ ! -s "$golden" ] || [ ! -e "$case.in" ] || [ -e "$case.nolaw" ] ||
			[ "$status" -gt 1 ] ||
			printf '%s\t%s\t%s\n' "${case##*/}" "$case.in" "$(options "$case")"
	done
} >list
count=$(wc -l <list)

cat >foreign <<'END'

## Zzz étranger

Un *paragraphe* avec `du code` et un [lien](https://example.org/ "titre").

- un
  - deux
  - trois
- quatre

```sh
# pas un titre
| ni | une table |
```
END

# filter INPUT OUTPUT OPTION ...: status 0 or 1, and a report.
filter()
{
	input=$1
	output=$2
	shift 2
	timeout 20 "$tool" "$@" <"$input" >"$output" 2>err
	status=$?
	[ $status -le 1 ] || {
		echo "$output: status $status" >>broken
		sed 's/^/  /' err >>broken
	}
}

# account OPTION ...: what was typed, without its comments and the tags of tables,
# and all that is told of it. A case that asks for letters, for another language or for a part
# is spared.
account()
{
	case " $args " in
	*" --anon"* | *" -l"* | *" --lang"* | *" -c"* | *" --check"* | *" -q"* | \
	*" --quadrant"*)
		return ;;
	esac
	cp err "told/$name"
	cat "report/$name" >>"told/$name"
	timeout 20 "$tool" "$@" --account <"$file" >>"told/$name" 2>/dev/null
	if timeout 20 "$tool" "$@" --from yaml <"$file" 2>/dev/null |
		cmp -s - "report/$name"
	then
		sed 's/^[[:blank:]]*#.*//; s/[[:blank:]]#.*//' "$file" >"typed/$name"
	else
		sed 's/<!--.*-->//; /<!--/,/-->/d
			/^<[a-z\/]/s/<[^<>]*>/ /g; /^#/s/<[^<>]*><.[a-z]*>//' "$file" >"typed/$name"
	fi
}

# check OPTION ...: --check tells places alone.
check()
{
	timeout 20 "$tool" "$@" --check <"$file" >out 2>err
	awk -v status=$? -v name="$name" -v tool="$tool" '
		BEGIN { if (status > 1) print name ": status " status }
		FILENAME == "out" { print name ": on standard output: " $0 }
		FILENAME == "err" && $0 !~ "^" tool ": [^:]+:[0-9]+:[0-9]+: ." {
			print name ": says no place: " $0
		}' out err >>check.bad
}

while IFS=$tab read -r name file args; do
	eval "set -- $args"
	filter "$file" "report/$name" "$@"
	if [ ! "$sanitized" ]; then
		account "$@"
		filter "$file" "fr/$name" "$@" --lang fr
		filter "$file" "en/$name" "$@" --lang en
		check "$@"
	fi

	# From here on the input is a report, whatever the form it came from.
	args=$(echo "$args" | sed -E 's/(^| )(-f ?|--from[= ])[a-z]+//')
	eval "set -- $args"
	filter "report/$name" "again/$name" "$@"
	[ ! "$sanitized" ] || continue
	case " $args" in
	*" -L"* | *" --level"*) ;;
	*)
		cat "report/$name" foreign >"passing/$name"
		filter "passing/$name" "passed/$name" "$@"
		;;
	esac
	for language in fr en; do
		filter "$language/$name" "$language.again/$name" "$@" --lang $language
	done
done <list

law "gives reports" <broken
law "gives templates" <templates.bad
same report again | law "fixed point"
[ ! "$sanitized" ] || exit 0
law "checks" <check.bad
same fr fr.again | law "fixed point in French"
same en en.again | law "fixed point in English"
same passing passed | law "passes what is not its own"

for report in report/*.yaml; do
	twin=${report%.yaml}.md
	[ ! -e "$twin" ] || same "$report" "$twin"
done | law "both forms alike"

awk -f "$top/tests/form.awk" report/* fr/* en/* | law "well-formed Markdown"

nfc='uconv -f UTF-8 -t UTF-8 -x any-nfc'
command -v uconv >/dev/null || nfc='iconv -f UTF-8 -t UTF-8'
cat report/* fr/* en/* >all
$nfc <all >normal 2>&1
{
	tail -q -c 1 report/* fr/* en/* | tr -d '\n' | sed 's/^/no newline at the end: /'
	same all normal
} | law "normalised UTF-8"

# words DIRECTORY: the words of its files, one a line, each file's behind its
# name, without case and accents.
words()
{
	for text in "$1"/*; do
		printf '\nfileofwords\n%s\n' $((n += 1))
		cat "$text"
	done |
		uconv -f UTF-8 -t UTF-8 --callback skip \
			-x '::nfkd; [[:M:]] > ; ::lower; ::null; [^[:L:][:N:]] > \u000A;'
}

if [ "$(lacks uconv)" ]; then
	echo "ok - $tool: no word is lost # SKIP $(lacks uconv)"
else
	words typed >typed.words
	words told >told.words
	ls typed >typed.names
	values=$cases/values
	[ -e "$values" ] || values=/dev/null
	awk -f "${top:?}/tests/words.awk" \
		"$values" typed.names told.words typed.words |
		law "no word is lost"
fi

# One run of each reader for all reports, each under a heading of its own.
awk 'FNR == 1 { print "\n# Report " FILENAME "\n" } { print }' report/* >all.md
[ "$(lacks cmark-gfm)" ] || outline cmark-gfm all.md
for reader in $readers; do
	missing=$(lacks cmark-gfm)$(lacks "$reader")
	if [ "$missing" ]; then
		echo "ok - $tool: read by $reader as by cmark-gfm # SKIP $missing"
		continue
	fi
	outline "$reader" all.md
	{
		same all.md.cmark-gfm "all.md.$reader"
		[ "$(grep -c '^h1 Report ' "all.md.$reader")" -eq "$count" ] ||
			echo "a report runs into the next, or is empty"
		grep -n -e '<!-- raw HTML omitted' -e '<a href=""' \
			all.md.cmark-gfm.html "all.md.$reader.html"
		active "all.md.$reader.html"
	} | law "read by $reader as by cmark-gfm"
done
