# rows.def is what `make lists` makes of the rows of all tools; a hat ends its tool
# in the middle, and what is left then is no leak.
export ASAN_OPTIONS=detect_leaks=0
../rows | diff -u ../../cmd/atelier-data/rows.def -
