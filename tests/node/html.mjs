// html: a Markdown file as HTML, by the reader that the first argument names.

import { readFileSync } from 'node:fs'

const [name, file] = process.argv.slice(2)
const reader = await import(name)

function byShowdown(text) {
	const converter = new reader.default.Converter()
	converter.setFlavor('github')
	converter.setOption('ellipsis', false)
	converter.setOption('tablesHeaderId', false)
	return converter.makeHtml(text)
}

const readers = {
	'markdown-it': text => reader.default({ html: false }).render(text),
	marked: text => reader.marked(text),
	showdown: byShowdown,
}
process.stdout.write(readers[name](readFileSync(file, 'utf8')))
