# Chapters in Markdown, each a file of some bytes in a folder, dense as a real
# report: headings, paragraphs, lists, tables, actions and decisions.
# awk -v chapters=1000 -v bytes=50000 -v dir=/tmp -f chapters.awk </dev/null

function add(text) {
	size += length(text) + 1
	print text >file
}

function paragraph(i, line) {
	for (line = 0; line < 4; line++)
		add("La *salle* relit les notes " i \
		    " et demande ce qu'on en fait, **avant l'hiver**.")
	add("")
}

function section(i, row) {
	add("## Point " i "\n")
	paragraph(i)
	for (row = 1; row <= 6; row++)
		add("- Point " row " : ce que l'équipe " i " a retenu, à revoir")
	add("\n| Groupe | Présents | Suite |\n| --- | ---: | --- |")
	for (row = 1; row <= 6; row++)
		add("| Groupe " row " | " i + row " | Écrire à l'élu référent |")
	add("")
	paragraph(i + 1)
}

BEGIN {
	for (c = 1; c <= chapters; c++) {
		file = sprintf("%s/%04d.md", dir, c)
		size = 0
		add("# Séance " c "\n\n## Décisions\n\n- Tenir la séance " c + 1)
		add("\n## Actions\n\n- **Écrire l'invitation " c "** : Odile Garnier, 3 mars 2026\n")
		for (i = 1; size < bytes; i++)
			section(i)
		close(file)
	}
}
