// html: a Markdown file as HTML, by the reader that the first argument names.

import { readFileSync } from 'node:fs'
import markdown from 'markdown-it'
import { marked } from 'marked'
import showdown from 'showdown'

function byShowdown(text) {
	const converter = new showdown.Converter()
	converter.setFlavor('github')
	converter.setOption('ellipsis', false)
	converter.setOption('tablesHeaderId', false)
	return converter.makeHtml(text)
}

const readers = {
	'markdown-it': text => markdown({ html: false }).render(text),
	marked,
	showdown: byShowdown,
}
const [name, file] = process.argv.slice(2)
process.stdout.write(readers[name](readFileSync(file, 'utf8')))
