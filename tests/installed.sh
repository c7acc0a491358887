#!/bin/sh
# installed.sh: what `make install` puts where it is told to, and that `make
# uninstall` takes all of it away; what shells complete of each tool.

. tests/tap.sh
out=$(scratch installed.d)
root=$out/root
share=$root/usr/share
unset MAKEFLAGS MAKELEVEL MAKEOVERRIDES

staged()
{
	make -s "$1" B="$B" PREFIX=/usr DESTDIR="$root"
}

# long_options: those in a text on standard input.
long_options()
{
	grep -o -e '--[a-z][a-z-]*' | sort -u
}

# completes TOOL: bash completes what --help tells, and the words of an option.
completes()
{
	"$root/usr/bin/$1" --help | long_options >"$out/helped"
	bash -c '
		. "$1"
		typed()
		{
			COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
			"$(complete -p "$1" | sed "s/.*-F \([^ ]*\).*/\1/")"
			echo "${COMPREPLY[@]}"
		}
		typed "$2" --
		[ "$(typed "$2" --lang "")" = "fr en" ] || echo --no-language
		[ "$(typed "$2" --template = m)" = markdown ] || echo --no-template
		' bash "$share/bash-completion/completions/$1" "$1" |
		long_options >"$out/completed"
	same "$out/helped" "$out/completed"
}

staged install 2>&1 | verdict "installed: into a folder, without a word"
# shellcheck disable=SC2086 # a list of words
for tool in $tools; do
	for file in bin/$tool share/man/man1/$tool.1 share/doc/atelier/templates/fr/$tool.markdown \
		share/zsh/site-functions/_$tool share/fish/vendor_completions.d/$tool.fish; do
		[ -s "$root/usr/$file" ] || echo "$file is missing"
	done
	! command -v bash >/dev/null || completes "$tool"
	! command -v zsh >/dev/null || zsh -f -n "$share/zsh/site-functions/_$tool"
	! command -v fish >/dev/null || fish -n "$share/fish/vendor_completions.d/$tool.fish"
done 2>&1 | verdict "installed: each tool, its page, its templates and what completes it"
{
	staged uninstall
	find "$root" ! -type d
} 2>&1 | verdict "installed: nothing is left when it is uninstalled"
