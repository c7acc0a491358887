# Two halves of a room, and their reports, make one sheet.
: "${top:?}" "${work:?}"
cat >"$work/half1.yaml" <<'END'
titre: L'étang
forces: [F1: Une digue, F2: Des carpes]
faiblesses: [Fa1: De la vase]
opportunités: [O1: Un sentier]
menaces: [M1: Les cormorans]
croisements: {F1 O1: Marcher sur la digue (Anne +2), Fa1 O1: Un ponton}
initiatives: [{texte: Un banc, de: F1 O1}]
END
cat >"$work/half2.yaml" <<'END'
forces: [F1: Une digue, F3: Une barque]
faiblesses: [Fa1: De la vase]
opportunités: [O1: Un sentier]
menaces: [M1: Les cormorans]
croisements: {F1 O1: Marcher sur la digue (Bruno +1), F3 M1: Ramer vers eux}
initiatives: [{texte: Un banc, de: F1 O1}, Une longue-vue]
END
cd "$work" || exit
swot-cross half1.yaml half2.yaml >whole.md || exit
cat whole.md
swot-cross half1.yaml >half1.md
swot-cross half2.yaml >half2.md
swot-cross half1.md half2.md | cmp - whole.md
swot-cross half2.md - <half1.yaml | grep -c '^| F'
