# Where proceedings say what is to be checked, and that they keep it there.
cd "${work:?}" || exit 1
"${top:?}/examples/actes" >here.md || exit 1
"$top/examples/actes" --findings end >end.md || exit 1
"$top/examples/actes" --findings none >none.md || exit 1
grep -c 'À vérifier' here.md end.md none.md
atelier-report end.md | cmp - end.md
atelier-report --findings end here.md | cmp - end.md
atelier-report --findings none none.md | cmp - none.md
# the registers are the same wherever the chapters tell
sed -n '/^## Registre/,$p' here.md >one
sed -n '/^## Registre/,$p' end.md | cmp - one
exit 0
