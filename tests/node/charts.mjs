// charts: what Mermaid does not accept in the ```mermaid blocks of the Markdown
// files given, as "file:line: why"; then "N charts".

import { readFileSync } from 'node:fs'
import purify from 'dompurify'

// Mermaid cleans the texts of a chart through a browser's DOM. They are in the
// chart after it was read, so without a browser they may stay as they are.
purify.addHook = () => {}
purify.sanitize = String
const { default: mermaid } = await import('mermaid')

const block = /^( *)```mermaid\n(.*?)^ *```$/gms
const files = process.argv.slice(2)
let charts = 0

for (const file of files) {
	const text = readFileSync(file, 'utf8')
	for (const { 0: all, 1: indent, 2: chart, index } of text.matchAll(block)) {
		charts++
		const line = text.slice(0, index).split('\n').length
		try {
			await mermaid.parse(chart.replaceAll(`\n${indent}`, '\n'))
		} catch (error) {
			console.log(`${file}:${line}: ${error.message}`)
		}
	}
}
console.log(`${charts} charts`)
