#!/bin/sh
# units.sh: the library's unit tests, one point each.

. tests/tap.sh
for source in tests/lib/*.c; do
	unit=$(basename "$source" .c)
	said=$(timeout 60 "$B/test/$unit" 2>&1) && said=
	printf '%s' "${said:+$said
}" | verdict "lib/$unit"
done
