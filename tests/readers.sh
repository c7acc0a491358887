# shellcheck shell=sh
# Other programs that read what the tools write.

: "${top:?}"
packages=$top/build/node

# Those whose HTML is compared with cmark-gfm's: its kin, and readers older than
# CommonMark, which sites and wikis still have. READERS names others, or none.
# shellcheck disable=SC2034 # for those who read this file
readers=${READERS-pandoc markdown-it marked showdown python-markdown mistune \
	discount lowdown parsedown}

# lacks READER: why it cannot be asked; nothing where it can.
lacks()
{
	case $1 in
	markdown-it | marked | showdown | mermaid)
		if ! command -v node >/dev/null; then
			echo "$1 is missing: no node"
		elif [ ! -d "$packages/node_modules/$1" ]; then
			echo "$1 is missing: make node-deps"
		fi
		;;
	*)
		html "$1" /dev/null >/dev/null 2>&1 || echo "$1 is missing"
		;;
	esac
}

# node_run SCRIPT FILE ...: a script of tests/node; files by their whole paths.
node_run()
{
	script=$top/tests/node/$1
	shift
	(cd "$packages" && node --input-type=module - "$@" <"$script") 2>&1
}

# html READER FILE
html()
{
	case $1 in
	cmark-gfm)
		cmark-gfm -e table -e strikethrough -e tasklist -e autolink \
			-t html "$2"
		;;
	pandoc) pandoc -f gfm-emoji -t html --wrap=none --columns=100000 "$2" ;;
	markdown-it | marked | showdown) node_run html.mjs "$1" "$PWD/$2" ;;
	python-markdown)
		/usr/bin/python3 -m markdown -x tables -x fenced_code -x toc "$2"
		;;
	mistune)
		/usr/bin/python3 -c 'import mistune, sys
print(mistune.create_markdown(escape=False, plugins=["table", "strikethrough"])(
    open(sys.argv[1], encoding="utf-8").read()))' "$2"
		;;
	discount) markdown -f nopants,nosuperscript,fencedcode "$2" ;;
	lowdown) lowdown -t html --out-no-smarty "$2" ;;
	parsedown)
		# shellcheck disable=SC2016 # PHP's own names
		php -r 'require "Parsedown/autoload.php";
			echo (new Parsedown())->text(file_get_contents($argv[1]));' "$2"
		;;
	*) command -v "$1" ;;
	esac
}

# outline READER FILE: its headings, tables, cells and links into itself, as
# FILE.READER; its HTML as FILE.READER.html.
outline()
{
	html "$1" "$2" >"$2.$1.html"
	awk -f "$top/tests/outline.awk" "$2.$1.html" >"$2.$1"
}

# active HTML: the tags in it that no report has, and addresses that run.
active()
{
	grep -oiE -e '</?[a-z][a-z0-9]*' -e 'href="(javascript|data):' "$1" |
		sort -u | grep -vxiE '</?(a|blockquote|br|code|del|em|h[1-6]|hr|input|li|ol|p|pre|s|span|strong|table|tbody|td|th|thead|tr|ul|div)'
}
