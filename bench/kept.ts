import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `npm run bench` measures, what `npm run fuzz` found, and what `npm run review-corpus` did. */
const file = join(import.meta.dirname, 'results.md')

/** What stands behind the table, in this order. */
const parts = { pairs: /^Random pairs: .*$/m, review: /^## Review\n[\s\S]*/m } as const

const read = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Writes the page, with what it had that another script has written. */
export function writeResults(page: string): void {
  write({ page })
}

/** Puts what random pairs showed into the page, in place of what they showed before. */
export function writePairs(found: string): void {
  write({ pairs: `Random pairs: ${found}.` })
}

/** Puts what review found in real histories into the page. */
export function writeReview(found: string): void {
  write({ review: `## Review\n\nWritten by \`npm run review-corpus\`.\n\n${found}` })
}

function write(now: { readonly page?: string; readonly pairs?: string; readonly review?: string }): void {
  const old = read()
  const [pairs, review] = [now.pairs ?? parts.pairs.exec(old)?.[0], now.review ?? parts.review.exec(old)?.[0]]
  const page = now.page ?? old.replace(parts.review, '').replace(parts.pairs, '')
  writeFileSync(file, [page, pairs, review].flatMap((part) => (part?.trim() ? [`${part.trim()}\n`] : [])).join('\n'))
}
