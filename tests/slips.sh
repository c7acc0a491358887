#!/bin/sh
# slips.sh: usual slips, each told once, in a line, in the language of the locale,
# with what to do next; and those that are no slip, since they are read (=).
#
# A row of the table: its name; the tools, "all", "sheets" (those that read no CSV)
# or by name; the arguments, of the shell; what comes on standard input, with the
# escapes of printf, or "-" for an empty one; what the message says in French, and in
# English.

# shellcheck disable=SC2059 # what is printed is written as a format
# shellcheck disable=SC2086 # a list of words

. tests/tap.sh
out=$(scratch slips.d)
cd "$out" || exit 1
sheets=$(printf '%s\n' $tools | grep -v -e -import$)
failed=$out/failed

# Files as other programs begin them.
zip='PK\003\004\024\0\0\0\010\0'
printf "${zip}[Content_Types].xml PK word/document.xml" >notes.docx
printf "${zip}mimetypeapplication/vnd.oasis.opendocument.text" >notes.odt
printf "${zip}[Content_Types].xml PK xl/workbook.xml" >votes.xlsx
printf "${zip}mimetypeapplication/vnd.oasis.opendocument.spreadsheet" >votes.ods
printf "${zip}[Content_Types].xml PK ppt/slides.xml" >slides.pptx
printf "${zip}a.txt" >notes.zip
printf '\320\317\021\340\241\261\032\341\0\0' >notes.doc
printf '{\\rtf1\\ansi Notes}' >notes.rtf
printf '<!DOCTYPE html>\n<html><body>Notes</body></html>\n' >notes.html
printf '%%PDF-1.4\n%%\342\343\317\323\n' >notes.pdf
printf '\211PNG\r\n\032\n\0\0\0\rIHDR' >wall.png
printf '\377\330\377\340\0\020JFIF' >wall.jpg
printf '\037\213\010\0\0' >notes.gz
printf 'date: 3 mars\ntexte: caf\351\n' >old.yaml
printf 'date: 3 mars\ntexte: a\0b\n' >nul.yaml
printf 'Nom;Avis\nAnna;pour\n' >form.csv
printf '= Point =\n\n== Actions ==\n* Affiche\n' >wiki.txt
printf '====== Point ======\n\n===== Actions =====\n  * Affiche\n' >doku.txt
printf 'h1. Point\n\nh2. Actions\n\n* Affiche\n' >jira.txt
printf '= Point\n\n== Actions\n\n* Affiche\n' >notes.adoc
printf '#+TITLE: Point\n\n* Actions\n- Affiche\n' >notes.org

# slip TOOL LOCALE WORDS: the arguments are in "$@" behind them.
slip()
{
	tool=$1 locale=$2 words=$3
	shift 3
	printf "$input" | LC_ALL=$locale timeout 20 "$tool" "$@" >got 2>err
	status=$?
	{
		status_is "$wanted" "$status"
		[ "$wanted" -eq 0 ] || [ ! -s got ] || echo "something on standard output"
		[ "$wanted" -eq 0 ] && cat err && cp got err
		[ "$(grep -cF -e "$words" err)" -eq 1 ] || { echo "not once: $words"; sed 9q err; }
	} | sed "s/^/$tool, $locale: /"
}

while IFS='|' read -r name whose arguments input french english; do
	case $name in '#'* | '') continue ;; esac
	wanted=2
	case $name in =*) wanted=0 ;; esac
	case $whose in
	all) whose=$tools ;;
	sheets) whose=$sheets ;;
	esac
	[ "$input" != - ] || input=
	eval "set -- $arguments"
	for tool in $whose; do
		slip "$tool" fr_FR.UTF-8 "$(printf '%s' "$french" | sed 's/ \([;:?!»]\)/\xe2\x80\xaf\1/g; s/« /«\xe2\x80\xaf/g')" "$@"
		slip "$tool" C "$english" "$@"
	done >"$failed"
	verdict "slips: ${name#=}" <"$failed"
done <<'END'
# the command
an option that is none|all|--gibberish-xyz|-|option inconnue --gibberish-xyz|unknown option --gibberish-xyz
an option misspelt|all|--tmeplate|-|serait-ce --template ?|is it --template?
a letter that is none|all|-Z|-|option inconnue -Z ; voir :|unknown option -Z; see:
a letter with an accent|all|-é|-|option inconnue -?|unknown option -?
the start of several options|all|--t|-|est le début de plusieurs options|begins several options
an option without its value|all|--title|-|il manque sa valeur, --title TEXTE|its value is missing, --title TEXT
a letter without its value|all|-L|-|il manque sa valeur, --level N|its value is missing, --level N
a file for the report|all|sheet.md -o report.md|-|ce qui est écrit sort à l'écran, ou dans un fichier :|what is written goes to the screen, or to a file:
a file for the report, long|all|--output=report.md|-|option inconnue --output ; ce qui|unknown option --output; what
a value for a flag|all|--check=yes|-|--check ne prend pas de valeur|--check takes no value
a dash of a word processor|all|–title x|-|deux traits d'union, --|two hyphens, --
a language that is none|all|--lang de|-|« de » n'est pas dans : fr, en|'de' is none of fr, en
a form that is none|sheets|--from docx|-|« docx » n'est pas dans : yaml, markdown|'docx' is none of yaml, markdown
a level too deep|all|--level 9|-|n'est pas un nombre de 1 à 3|is not a number from 1 to 3
the form of a template apart|sheets|--template markdown|-|s'écrit --template=markdown|is written --template=markdown
a date in words|road-map pact-register|--today demain|-|n'est pas une date telle que 2026-03-31|is not a date such as 2026-03-31
a choice that is none|swot-cross|--quadrant nord|forces:\n- a\nfaiblesses:\n- b\nopportunités:\n- c\nmenaces:\n- d\n|n'est pas dans : so, wo, st, wt|is none of so, wo, st, wt
an encoding that is none|ballots-import table-import|--encoding excel|a;b\n|essayer windows-1252|try windows-1252
# what is given
no such file|all|none.md|-|aucun fichier de ce nom|no such file
a folder|all|.|-|c'est un dossier, pas un fichier|this is a folder, not a file
the report over its own sheet|all|got|-|la commande a vidé ce fichier avant de le lire|the command emptied this file before reading it
an empty pipe|all||-|rien n'est arrivé sur l'entrée standard|nothing came on standard input
Word|all|notes.docx|-|document Word (.docx), pas du texte ; à convertir : pandoc|document of Word (.docx), not a text; convert it: pandoc
LibreOffice|all|notes.odt|-|document LibreOffice (.odt), pas du texte ; l'enregistrer en .docx, puis|document of LibreOffice (.odt), not a text; save it as .docx, then
Excel|all|votes.xlsx|-|classeur Excel (.xlsx), pas du texte ; l'enregistrer en CSV|workbook of Excel (.xlsx), not a text; save it as CSV
Calc|all|votes.ods|-|l'enregistrer en CSV|save it as CSV
slides|all|slides.pptx|-|recopier ce qui s'y lit|copy what it says
an old Word|all|notes.doc|-|Word, Excel 97|Word, Excel 97
RTF|all|notes.rtf|-|document RTF, pas du texte ; à convertir|document of RTF, not a text; convert
HTML|all|notes.html|-|document HTML, pas du texte ; à convertir|document of HTML, not a text; convert
MediaWiki|sheets|wiki.txt|-|à convertir : pandoc -s -f mediawiki|convert it: pandoc -s -f mediawiki
DokuWiki|sheets|doku.txt|-|à convertir : pandoc -s -f dokuwiki|convert it: pandoc -s -f dokuwiki
Confluence|sheets|jira.txt|-|à convertir : pandoc -s -f jira|convert it: pandoc -s -f jira
AsciiDoc|sheets|notes.adoc|-|à convertir : asciidoctor|convert it: asciidoctor
org mode|sheets|notes.org|-|à convertir : pandoc -s -f org|convert it: pandoc -s -f org
PDF|all|notes.pdf|-|c'est du PDF, pas du texte|this is PDF, not a text
a picture|all|wall.png|-|c'est du PNG, pas du texte|this is PNG, not a text
a photo|all|wall.jpg|-|c'est du JPEG, pas du texte|this is JPEG, not a text
an archive|all|notes.zip|-|archive ZIP, pas du texte ; l'ouvrir|archive, ZIP, not a text; open it
a packed file|all|notes.gz|-|archive gzip|archive, gzip
CSV|sheets|form.csv|-|c'est du CSV ; en faire un tableau : table-import|this is CSV; make a table of it: table-import
Windows-1252|all|old.yaml|-|Windows-1252|Windows-1252
a NUL|all|nul.yaml|-|ce n'est pas un fichier de texte|this is not a text file
# YAML
a tab|sheets||date: 3/3\nparticipants:\n\t- a\n|YAML veut des espaces|YAML wants spaces
an unclosed quote|sheets||date: "3 mars\nparticipants: a\n|le guillemet ouvert ici ne se ferme pas|the quote opened here is not closed
a path of Windows|sheets||date: "C:\\Docs"\n|l'écrire \\|write \\
a colon in a text|sheets||date: 3 mars\nparticipants: a: b\n|mettre le texte entre guillemets|put the text in quotes
a key indented amiss|sheets||date: 3 mars\n participants:\n|vérifier l'alignement de cette ligne|check the indentation of this line
a star in front|sheets||date: *demain\n|le mettre entre guillemets|put it in quotes
a link in front|sheets||date: [a](b)\n|le mettre entre guillemets|put it in quotes
a key twice|sheets||date: 3 mars\ndate: 4 mars\n|déjà donnée à la ligne 1|given before, on line 1
a line that goes on|sheets||date: 3 mars\nsuite\n|un texte qui se prolonge est en retrait|a text that goes on is indented
# the sheet
a key misspelt|swot-cross||forcse:\n- a\nfaiblesses:\n- b\nopportunités:\n- c\nmenaces:\n- d\n|serait-ce|forcse
another tool's report|swot-cross||# T\n\n## Mur de questions\n\n### Questions\n\n- Q\n|d'un autre outil : man atelier|man atelier
another tool's report, which has what is asked for|jury-grid vote-tally vote-rank vote-judge||# T\n\n## Analyse SWOT\n\n### Critères\n\n- a\n\n### Forces\n\n- b\n|d'un autre outil : man atelier|d'un autre outil
=keys in the singular|swot-cross||force:\n- a\nfaiblesse:\n- b\nopportunité:\n- c\nmenace:\n- d\n|- **Me1** d|- **Me1** d
=bullets of Word|swot-cross||# T\n\n## Forces\n\n·\ta\n\357\202\267\te\n\n## Faiblesses\n\no\tb\n\n## Opportunités\n\n§\tc\n\n## Menaces\n\n\357\202\247 d\n|- **Fo2** e|- **Fo2** e
END

# Work that takes more than two seconds is told where somebody waits for it.
if command -v script >/dev/null; then
	slow='{ yes "# a" | head -c 70000; sleep 3; } | LC_ALL=fr_FR.UTF-8 swot-cross >told 2>'
	script -qec "$slow/dev/tty" /dev/null >terminal </dev/null
	sh -c "$slow file"
	{
		[ "$(grep -c 'encore au travail' terminal)" -eq 1 ] || cat terminal
		grep 'encore au travail' file
	} | verdict "slips: long work is told on a terminal, once, and nowhere else"
fi
