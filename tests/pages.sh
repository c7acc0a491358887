#!/bin/sh
# pages.sh: the commands that the manual pages and README show, run; and what a
# page says in French held against the English one.
#
# In a literal display of a page's EXAMPLES, and in README's indented code, a line
# "$ command" is run, and gives the lines after it up to the next "$ " or the end;
# "..." alone on a line stands for any lines, and one ending in a backslash or a
# bar goes on. Pages are run in examples/, README beside it. What calls no tool
# (make, git) is not run; where no output is shown, any will do.

. tests/tap.sh
out=$(scratch pages.d)
cp -R examples "$out"
command -v mandoc >/dev/null || {
	echo "ok - pages # SKIP mandoc is missing"
	exit 0
}

# commands PREFIX: cut the text on standard input into PREFIX.N.sh, a command, and
# PREFIX.N.out, what it gives; list these prefixes.
commands()
{
	awk -v prefix="$1" '
		function begin() {
			file = prefix "." ++n
			print file
			printf "" >file ".out"
			blank = 0
		}
		function command(line) {
			print line >file ".sh"
			more = line ~ /[\\|]$/
		}
		match($0, /^ +\$ /) {
			begin()
			indent = RLENGTH - 2
			command(substr($0, RLENGTH + 1))
			next
		}
		!file { next }
		/^ *$/ { blank++; next }
		match($0, /^ */) && RLENGTH < indent { file = ""; next }
		more { command(substr($0, indent + 1)); next }
		{
			for (; blank; blank--)
				print "" >file ".out"
			print substr($0, indent + 1) >file ".out"
		}'
}

# show FOLDER: run the commands listed on standard input there.
show()
{
	while read -r shown; do
		grep -qwF -f "$out/tools" "$shown.sh" || continue
		(cd "$1" && timeout 20 sh "$shown.sh") >"$shown.got" 2>&1 </dev/null
		status=$?
		if [ -s "$shown.out" ]; then
			awk -f tests/like.awk "$shown.out" "$shown.got" ||
				same "$shown.out" "$shown.got"
		elif [ $status -gt 1 ]; then
			echo "status $status"
			cat "$shown.got"
		fi | verdict "${shown##*/}: $(sed 1q "$shown.sh")"
	done
}

# examples_of PAGE HEADING PREFIX: run those below this heading.
examples_of()
{
	mandoc -T utf8 "$1" | sed 's/.\x08//g' | sed -n "/^$2/,/^[A-Z]/p" |
		commands "$out/$3" | show "$out/examples"
}

# A reader of French, whether the machine has the locale or not.
in_french()
{
	unset LC_ALL
	export LANG=fr_FR.UTF-8
}

# What sections are called in French.
cat >"$out/heads" <<'END'
NAME|NOM
SYNOPSIS|SYNOPSIS
DESCRIPTION|DESCRIPTION
A WORKSHOP|UN ATELIER
THE METHOD|LA MÉTHODE
INPUT|ENTRÉE
COMPUTATION|CALCUL
ADDING UP|ADDITION
PROCEEDINGS|ACTES
OUTPUT|SORTIE
REPORTS|COMPTES RENDUS
FINDINGS|À VÉRIFIER
FAULTS|ERREURS
ENVIRONMENT|ENVIRONNEMENT
EXIT STATUS|STATUT DE SORTIE
EXAMPLES|EXEMPLES
SEE ALSO|VOIR AUSSI
CAVEATS|MISES EN GARDE
BUGS|BOGUES
END

# french PAGE: it has the frame and the words of the English one, and its own blanks.
french()
{
	awk -v heads="$out/heads" -f tests/twin.awk "man/fr/$1" >"$out/$1.fr"
	awk -f tests/twin.awk "man/$1" >"$out/$1.en"
	same "$out/$1.en" "$out/$1.fr"
	awk -f tests/said.awk lib/text/term.def "man/fr/$1" "man/$1"
	grep -qx '.ds doc-section-name NOM' "man/fr/$1" || echo 'groff makes no header'
	awk '
		/^\.Bd/ { display = 1 }
		/^\.Ed/ { display = 0 }
		!display && (/^[^.].* ([;:?!]|»)/ || /^[^.].*« / || /^\.[A-HJ-Z].*[^\\] [;:?!]$/) {
			print FNR ": \\~ is wanted: " $0
		}
	' "man/fr/$1"
}

# shellcheck disable=SC2086 # a list of words
printf '%s\n' $tools >"$out/tools"
for page in $(basename -a man/*.[1-9] man/fr/*.[1-9] | sort -u); do
	french "$page" 2>&1 | verdict "$page: French and English agree"
	examples_of "man/$page" EXAMPLES "$page"
	(in_french && examples_of "man/fr/$page" EXEMPLES "fr.$page")
done
commands "$out/README" <README | show "$out"
(in_french && commands "$out/README.fr" <man/fr/README | show "$out")

# Where man looks for them, and nothing left behind.
unset MAKEFLAGS MFLAGS
{
	make -s -o all install B="$B" DESTDIR="$out/root" PREFIX=/usr
	for page in man1/atelier.1 man5/atelier.5 man7/atelier.7; do
		head -n 1 "$out/root/usr/share/man/$page" >/dev/null
		head -n 1 "$out/root/usr/share/man/fr/$page" >/dev/null
	done
	make -s uninstall B="$B" DESTDIR="$out/root" PREFIX=/usr
	find "$out/root" ! -type d
} 2>&1 | verdict 'pages are installed, and uninstalled'
