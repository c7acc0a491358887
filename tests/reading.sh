#!/bin/sh
# reading.sh: of what people type no less is read than the stored score says.

. tests/tap.sh
said=$(tests/reading/run 2>&1) && said=
printf '%s' "${said:+$said
}" | verdict reading
