# A sheet an entry: who it is of and who signs stand under the title, the scale in
# the head of a column; both sheets are one jury.
for entry in 'Les Jardins du Port/4/3/5' 'La Ressourcerie/5/2/5'; do
	name=${entry%%/*}
	scores=${entry#*/}
	rest=${scores#*/}
	cat >"${work:?}/headed-$name.md" <<-END
	# Grille d'évaluation

	Candidat : $name
	Évaluateur : Paula Nys

	| Critère | Pondération | Note /5 | Commentaires |
	|---|---|---|---|
	| Technique | 40 | ${scores%%/*} | vu sur place |
	| Prix | 40 | ${rest%%/*} | |
	| Délais | 20 | ${rest#*/} | |
	| Total | 100 | | |
	END
done
jury-grid "$work"/headed-*.md
# the scale of a score and that of its criterion
printf '%s\n' 'critères: [{critère: A, échelle: 0..10}]' 'projets: [X]' \
	'notes: [{juré: Z, projet: X, note: 14/20}]' | jury-grid
echo $?
