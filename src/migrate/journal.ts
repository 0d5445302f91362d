import * as v from 'valibot'
import { offsetOfJsonError } from '../dialect/json.ts'
import { place } from '../dialect/place.ts'
import { SluiceError } from '../errors.ts'

/** One line of drizzle-kit's journal. */
export interface JournalEntry {
  readonly idx: number
  /** The version of the snapshots when it was written: `7`. */
  readonly version: string
  /** Milliseconds since 1970; drizzle-orm applies what is later than the latest that it has applied. */
  readonly when: number
  /** The name of its file, without `.sql`. */
  readonly tag: string
  readonly breakpoints: boolean
}

export interface Journal {
  readonly version: string
  readonly dialect: 'postgresql' | 'sqlite'
  readonly entries: readonly JournalEntry[]
  /** As it stands in the file; missing where there is none yet. */
  readonly text?: string
}

/** Keys that nobody knows are let through: they are kept when an entry is added. */
const format = v.object({
  version: v.string(),
  // Journals of drizzle-kit before 0.21 say "pg".
  dialect: v.pipe(
    v.picklist(['postgresql', 'pg', 'sqlite'], ({ received }) => `is ${received}, not "postgresql" or "sqlite"`),
    v.transform((dialect) => (dialect === 'pg' ? 'postgresql' : dialect)),
  ),
  entries: v.array(
    v.object({
      idx: v.number(),
      version: v.string(),
      when: v.number(),
      tag: v.pipe(v.string(), v.nonEmpty('is empty')),
      breakpoints: v.optional(v.boolean(), true),
    }),
  ),
})

/** The journal of a folder that has none yet. */
export const newJournal = (dialect: Journal['dialect']): Journal => ({ version: '7', dialect, entries: [] })

/**
 * Reads `meta/_journal.json`. `file` names it in errors.
 * @throws SluiceError `JOURNAL_CONFLICT`, `JOURNAL_INVALID`
 */
export function parseJournal(text: string, file: string): Journal {
  const { output, issues, success } = v.safeParse(format, parse(text, file), { abortEarly: true })
  if (success) return { ...output, text }
  const [issue] = issues
  const where = v.getDotPath(issue)
  throw new SluiceError('JOURNAL_INVALID', { at: file, file, problem: `${where ? `"${where}" ` : ''}${issue.message}` })
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const conflict = /^<{7}(?: |$)/m.exec(text)
    const { line, column } = place(text, conflict?.index ?? offsetOfJsonError(text))
    const details = { at: `${file}:${line}:${column}`, file, line, column }
    if (conflict) throw new SluiceError('JOURNAL_CONFLICT', details, { cause })
    throw new SluiceError('JOURNAL_INVALID', { ...details, problem: 'this is not JSON' }, { cause })
  }
}

/** The journal's text with one more entry, byte for byte as drizzle-kit 0.31 writes it. */
export function withEntry({ version, dialect, text }: Journal, entry: JournalEntry): string {
  const raw = text === undefined ? { version, dialect, entries: [] } : JSON.parse(text)
  const { idx, version: of, when, tag, breakpoints } = entry
  return JSON.stringify({ ...raw, entries: [...raw.entries, { idx, version: of, when, tag, breakpoints }] }, null, 2)
}
