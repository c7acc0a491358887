# Sheets of several years as one table; a column more has a place of its own.
cd "${work:?}" || exit 1
printf 'Nom;Ville\nAnn;Lyon\n' >2024.csv
printf '\357\273\277Contact,VILLE,nom\r\nx@y.example,Dijon,Bob\r\n' >2025.csv
table-import 2024.csv 2025.csv
table-import --columns nom,ville 2024.csv - <2025.csv
table-import --columns nom,contact 2024.csv 2025.csv none.csv
