# A register kept in a spreadsheet, with its title, an address of two lines and
# empty rows: as a table, as the register of another tool, and what of it is told.
cd ../../examples || exit 1
table-import 23-table-import.csv
table-import --columns "Repère=N° de dossier,Objet=Intitulé,Parties=Signataires,Début=Date d'effet,Durée,Assurance" \
	23-table-import.csv | pact-register -e
echo "$?"
table-import -c 23-table-import.csv
