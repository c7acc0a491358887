# What comes out of other programs' files: Wikipedia's example of the Schulze
# method, the ranks of Tennessee, and a seat more.
vote-rank -l en <<'END' >"${work:?}/typed.md"
options: [A, B, C, D, E]
method: schulze
ballots: [5 × A>C>B>E>D, 5 × A>D>E>C>B, 8 × B>E>D>A>C, 3 × C>A>B>E>D,
  7 × C>A>E>B>D, 2 × C>B>A>D>E, 7 × D>C>E>B>A, 8 × E>B>A>D>C]
END
sed '/EMPTY/d' field-cef.in | ballots-import -l en | vote-rank -l en --method schulze |
	sed -n '/^### Results/,/^### /p'
sed -n '/^### Results/,/^### /p' "$work/typed.md"
ballots-import -l en field-preflib.in | vote-rank -l en | sed -n '/^### Results/,/^### /p'
ballots-import -l en field-blt.in | vote-rank -l en | sed -n '/^### Selected/,/^### /p'
ballots-import field-blt.in field-cef.in
echo "$?"
# Categories of another file are those of the first, or a fault.
printf '# DATA TYPE: cat\n# CATEGORY NAME 1: Great\n# ALTERNATIVE NAME 1: Hall\n1: 1\n' |
	ballots-import -l en field-preflib-categories.in -
echo "$?"
ballots-import field-cef-weights.in as-points.in
