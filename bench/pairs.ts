import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `npm run bench` measures, and what `npm run fuzz` found. */
const file = join(import.meta.dirname, 'results.md')

const line = /^Random pairs: .*$/m

const read = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Writes the page, with the line about random pairs that it had. */
export function writeResults(page: string): void {
  const [kept] = line.exec(read()) ?? []
  writeFileSync(file, kept === undefined ? page : `${page}\n${kept}\n`)
}

/** Puts what random pairs showed into the page, in place of what they showed before. */
export function writePairs(found: string): void {
  const page = read()
  const now = `Random pairs: ${found}.`
  writeFileSync(file, line.test(page) ? page.replace(line, now) : `${page}${page && '\n'}${now}\n`)
}
