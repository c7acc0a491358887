# Settings and texts that do not agree: both places are named.
: "${top:?}" "${work:?}"
cd "$work" || exit
cat >one.yaml <<'END'
forces: [{id: F1, texte: Une digue, court: Digue}]
faiblesses: []
opportunités: [O1: Un sentier]
menaces: []
échelle: -2..2
intitulés: {so: Que longer ?}
croisements: {F1 O1: Marcher dessus (Anne +1)}
END
cat >two.yaml <<'END'
forces: [{id: F1, texte: Une digue, court: La digue}]
faiblesses: []
opportunités: [O1: Une route]
menaces: []
échelle: -3..3
intitulés: {so: Que traverser ?}
croisements: {F1 O1: Courir dessus (Anne +2)}
END
swot-cross one.yaml two.yaml
