# The reports of two pools are the report of one run over both.
cd "${work:?}" || exit 1
here=${top:?}/tests/savings-pool
savings-pool "$here/cents.in" >one.md || exit 1
savings-pool "$here/hostile.in" >two.md || exit 1
savings-pool one.md two.md >reports.md || exit 1
savings-pool "$here/cents.in" "$here/hostile.in" | cmp - reports.md
