# complete.awk: what bash, zsh and fish complete of a tool's options.
#
#	{ TOOL -l en --help; TOOL -l fr --help; } |
#	    awk -v tool=TOOL -v share=PREFIX/share -f complete.awk
#
# --help is made from the rows of opt.h, so that nothing stands here again: an
# argument is a choice of words (fr|en), a file (FILE) or any text. zsh and fish
# show the help in the language of the locale. Their folders must be there.

match($0, /^  (-.,|   ) --[a-z-]+/) {
	name = substr($0, 9, RLENGTH - 8)
	rest = substr($0, RLENGTH + 1)
	if (name in help) {
		sub(/^(\[=[^ ]*| [^ ]+)? +/, "", rest)
		french[name] = rest
		next
	}
	names[++count] = name
	letter[name] = substr($0, 4, 1)
	sub(/ /, "", letter[name])
	optional[name] = rest ~ /^\[=/
	if (match(rest, /^(\[=[^ ]*| [^ ]+)/)) {
		argument[name] = substr(rest, 1, RLENGTH)
		gsub(/\[|\]|=| /, "", argument[name])
		rest = substr(rest, RLENGTH + 1)
	}
	sub(/^ +/, "", rest)
	help[name] = rest
}

# The words that an option may have, parted by blanks; "" where it has none.
function words(name,  list)
{
	list = argument[name]
	if (list !~ /[|]/)
		return ""
	gsub(/(^|[|])[A-Z,]+/, "", list)
	gsub(/[|]/, " ", list)
	sub(/^ /, "", list)
	return list
}

function quoted(text, mark)
{
	gsub(/\047/, mark, text)
	return text
}

function bash(file,  i, name, all, complete)
{
	complete = "_" tool
	gsub(/-/, "_", complete)
	for (i = 1; i <= count; i++)
		all = all " --" names[i] (letter[names[i]] ? " -" letter[names[i]] : "")
	print "# bash: the options of " tool >file
	print complete "()" >file
	print "{" >file
	print "\tlocal word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD-1]} bound=" >file
	print "\tif [ \"$word\" = = ]; then" >file
	print "\t\tword= bound==" >file
	print "\telif [ \"$last\" = = ]; then" >file
	print "\t\tlast=${COMP_WORDS[COMP_CWORD-2]} bound==" >file
	print "\tfi" >file
	print "\tcase $last$bound in" >file
	for (i = 1; i <= count; i++) {
		name = names[i]
		if (words(name) == "")
			continue
		if (optional[name])
			printf "\t--%s=)", name >file
		else
			printf "\t--%s|--%s=%s)", name, name, letter[name] ? "|-" letter[name] : "" >file
		print " COMPREPLY=($(compgen -W \047" words(name) "\047 -- \"$word\")); return ;;" >file
	}
	print "\tesac" >file
	print "\tcase $word in" >file
	print "\t-*) COMPREPLY=($(compgen -W \047" substr(all, 2) "\047 -- \"$word\")) ;;" >file
	print "\tesac" >file
	print "}" >file
	print "complete -o default -F " complete " " tool >file
}

function zsh(file,  i, name, action, spec)
{
	print "#compdef " tool >file
	print "local -a options" >file
	print "if [[ ${LC_ALL:-${LC_MESSAGES:-$LANG}} = fr* ]]; then" >file
	zsh_options(file, french)
	print "else" >file
	zsh_options(file, help)
	print "fi" >file
	print "_arguments -s -S $options \047*:file:_files\047" >file
}

function zsh_options(file, said,  i, name, text, value)
{
	print "\toptions=(" >file
	for (i = 1; i <= count; i++) {
		name = names[i]
		text = quoted(said[name], "\047\\\047\047")
		gsub(/\[|\]|:/, "\\\\&", text)
		value = argument[name] == "" ? "" : ":" tolower(argument[name]) ":"
		gsub(/[|]/, " ", value)
		if (words(name) != "")
			value = ":" name ":(" words(name) ")"
		else if (argument[name] == "FILE")
			value = ":file:_files"
		if (optional[name])
			value = ":" value
		if (letter[name])
			print "\t\t\047(-" letter[name] " --" name ")-" letter[name] (argument[name] == "" ? "" : optional[name] ? "-" : "+") "[" text "]" value "\047" >file
		print "\t\t\047" (letter[name] ? "(-" letter[name] " --" name ")" : "") "--" name (argument[name] == "" ? "" : optional[name] ? "=-" : "=") "[" text "]" value "\047" >file
	}
	print "\t)" >file
}

function fish(file,  i, name, line)
{
	print "# fish: the options of " tool >file
	print "set -l said $LC_ALL $LC_MESSAGES $LANG" >file
	print "if string match -q \047fr*\047 -- \"$said[1]\"" >file
	fish_options(file, french)
	print "else" >file
	fish_options(file, help)
	print "end" >file
}

function fish_options(file, said,  i, name)
{
	for (i = 1; i <= count; i++) {
		name = names[i]
		print "\tcomplete -c " tool (letter[name] ? " -s " letter[name] : "") " -l " name \
			(argument[name] == "" || optional[name] ? "" : argument[name] == "FILE" ? " -r" : " -x") \
			(words(name) == "" ? "" : (optional[name] ? " -f" : "") " -a \047" words(name) "\047") \
			" -d \047" quoted(said[name], "\\\047") "\047" >file
	}
}

END {
	bash(share "/bash-completion/completions/" tool)
	zsh(share "/zsh/site-functions/_" tool)
	fish(share "/fish/vendor_completions.d/" tool ".fish")
}
