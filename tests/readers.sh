# shellcheck shell=sh
# Other programs that read what the tools write.

: "${top:?}"
packages=$top/build/node

# lacks READER: why it cannot be asked; nothing where it can.
lacks()
{
	case $1 in
	cmark-gfm | pandoc)
		command -v "$1" >/dev/null || echo "$1 is missing" ;;
	*)
		if ! command -v node >/dev/null; then
			echo "$1 is missing: no node"
		elif [ ! -e "$packages/node_modules/.package-lock.json" ]; then
			echo "$1 is missing: make node-deps"
		fi
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
	markdown-it) node_run html.mjs "$PWD/$2" ;;
	esac
}

# outline READER FILE: its headings, tables, cells and links into itself, as
# FILE.READER; its HTML as FILE.READER.html.
outline()
{
	html "$1" "$2" >"$2.$1.html"
	awk -f "$top/tests/outline.awk" "$2.$1.html" >"$2.$1"
}
