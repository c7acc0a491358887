-- wiki.lua: reports for MediaWiki, DokuWiki and XWiki, by pandoc, in which text
-- stays text.
--
--     pandoc -f gfm -t mediawiki -L wiki.lua report.md
--
-- Pandoc leaves marks of these wikis in a text as they are: a sticky note that
-- says {{Delete}} would call a template. Here such words are kept from acting.

local marks = {
	mediawiki = { "{{", "}}", "[[", "]]", "~~~", "''", "__", "<", ">", "&",
		"|", "//", "^[*#:;=!-]" },
	dokuwiki = { "{{", "}}", "[[", "]]", "~~", "''", "__", "<", ">", "((",
		"))", "**", "//", "\\\\", "%%", "|", "^", "^[*=-]" },
	xwiki = { "{{", "}}", "[[", "]]", "(((", ")))", "**", "//", "__", "--",
		"^^", ",,", "##", "~", "|", "^[*=1>-]" },
}

local function acts(text)
	for _, mark in ipairs(marks[FORMAT] or {}) do
		if text:find(mark, 1, mark:sub(1, 2) ~= "^[") then
			return true
		end
	end
	return false
end

local function inert(text)
	if FORMAT == "mediawiki" then
		text = text:gsub("[&<>]", { ["&"] = "&amp;", ["<"] = "&lt;",
			[">"] = "&gt;" })
		return "<nowiki>" .. text .. "</nowiki>"
	end
	if FORMAT == "xwiki" then
		return (text:gsub("%p", "~%0"))
	end
	return text:find("%%", 1, true) and "<nowiki>" .. text .. "</nowiki>"
		or "%%" .. text .. "%%"
end

return { {
	traverse = "topdown",
	Link = function(link)
		return link, false -- its text is its address, or typed as a link
	end,
	Str = function(word)
		if not word.text:find("://", 1, true) and acts(word.text) then
			return pandoc.RawInline(FORMAT, inert(word.text))
		end
	end,
} }
