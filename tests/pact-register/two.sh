# The reports of two registers are the report of one run over both.
cd "${work:?}" || exit 1
set -- --today 2026-03-01
pact-register "$@" "${top:?}/tests/pact-register/english.in" -l en >one.md || exit 1
pact-register "$@" "${top:?}/tests/pact-register/hostile.in" >two.md || exit 1
pact-register "$@" one.md two.md >reports.md || exit 1
pact-register "$@" "${top:?}/tests/pact-register/english.in" \
	"${top:?}/tests/pact-register/hostile.in" | cmp - reports.md
