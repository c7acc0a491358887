# rows.def is what `make lists` makes of the rows of all tools.
../rows | diff -u ../../cmd/atelier-data/rows.def -
