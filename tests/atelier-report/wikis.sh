# examples/wiki.lua keeps what was typed as text from acting in wikis that have
# marks of their own, and leaves links and emphasis.
# shellcheck disable=SC1091 # it is in the tree
. "${top:?}/tests/readers.sh"
lacks pandoc | grep . && exit 77

# wiki FORMAT: the lines of a list that came through
wiki()
{
	pandoc -f gfm -t "$1" -L "$top/examples/wiki.lua" "${work:?}/notes.md" |
		grep '^ *[*]' | head -n 3
}

atelier-report >"${work:?}/notes.md" <<'END'
# Notes

## Mur

- {{Supprimer}} et [[Accueil]]
- ~~NOCACHE~~ <nowiki>
- *mot* de [ici](https://example.org/a__b)
END
wiki mediawiki | diff - /dev/fd/3 3<<'END'
* <nowiki>{{Supprimer}}</nowiki> et <nowiki>[[Accueil]]</nowiki>
* ~~NOCACHE~~ <nowiki>&lt;nowiki&gt;</nowiki>
* ''mot'' de [https://example.org/a__b ici]
END
wiki dokuwiki | diff - /dev/fd/3 3<<'END'
  * %%{{Supprimer}}%% et %%[[Accueil]]%%
  * %%~~NOCACHE~~%% %%<nowiki>%%
  * //mot// de [[https://example.org/a__b|ici]]
END
wiki xwiki | diff - /dev/fd/3 3<<'END'
*. ~{~{Supprimer~}~} et ~[~[Accueil~]~]
*. ~~~~NOCACHE~~~~ <nowiki>
*. //mot// de [[ici>>https://example.org/a__b]]
END
