# What Excel writes in France on Windows goes into other tools as it is: money
# with no-break spaces, days, times with seconds, quoted newlines, a title.
excel()
{
	sed 's/$/\r/; s/~/\xc2\xa0/g' | iconv -f utf-8 -t windows-1252 |
		table-import --encoding windows-1252 "$@"
}

excel <<'END' | pact-register
Registre 2026;;;;;
;;;;;
N°;Objet;Lieu;Parties;Début;Durée
C1;Jardin partagé, côté sud;rue des Îles;"Ville
Les Pouces verts";01/03/2026;3 ans
C2;Fresque;quai;"Ville; Collectif B";15/04/2025;1 an
;;;;;
END
excel <<'END' | savings-pool
Idée;Service;Montant;Fréquence;Coût;Début
Éclairage du stade;Sports;1~250,50~€;par an;300~€;01/03/2026
Rondes;Police;12~000;par an;;01-mars-26
END
excel <<'END' | programme-plan
Date;Début;Fin;Titre;Lieu
01/03/2026;09:00:00;10:00:00;Ouverture;Salle A
01/03/2026;10:00;11:30;Atelier;Salle B
END
excel --as Séances --to yaml <<'END' | programme-plan -c
Date;Début;Fin;Titre;Lieu
01/03/2026;09:00:00;10:00:00;Ouverture;Salle A
END
