// html: the Markdown file of the first argument as HTML, by markdown-it.

import { readFileSync } from 'node:fs'
import markdown from 'markdown-it'

const text = readFileSync(process.argv[2], 'utf8')
process.stdout.write(markdown({ html: false }).render(text))
