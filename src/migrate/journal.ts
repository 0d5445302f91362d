import { parseJson } from '../dialect/json.ts'
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

/** The journal of a folder that has none yet. */
export const newJournal = (dialect: Journal['dialect']): Journal => ({ version: '7', dialect, entries: [] })

const codes = { conflict: 'JOURNAL_CONFLICT', invalid: 'JOURNAL_INVALID' } as const

/**
 * Reads `meta/_journal.json`. `file` names it in errors.
 * @throws SluiceError `JOURNAL_CONFLICT`, `JOURNAL_INVALID`
 */
export function parseJournal(text: string, file: string): Journal {
  const raw = parseJson(text, file, codes)
  const problem = problemOf(raw)
  if (problem) throw new SluiceError('JOURNAL_INVALID', { at: file, file, problem })
  const { version, dialect, entries } = raw as Journal
  return {
    version,
    dialect: dialect === 'sqlite' ? 'sqlite' : 'postgresql',
    entries: entries.map((entry) => ({ ...entry, breakpoints: entry.breakpoints ?? true })),
    text,
  }
}

/** Journals of drizzle-kit before 0.21 say "pg". */
const dialects: readonly unknown[] = ['postgresql', 'pg', 'sqlite']
const entryKeys = {
  idx: ['number'],
  version: ['string'],
  when: ['number'],
  tag: ['string'],
  breakpoints: ['boolean', 'undefined'],
}

/** What is wrong with a journal. Written out: a validation library is an eighth of what `sluice/migrator` may weigh. */
function problemOf(raw: unknown): string | undefined {
  const { version, dialect, entries } = Object(raw) as Readonly<Record<string, unknown>>
  const wrong = (key: string, value: unknown, wanted: string) => `"${key}" is ${JSON.stringify(value)}, not ${wanted}`
  if (typeof version !== 'string') return wrong('version', version, 'a string')
  if (!dialects.includes(dialect)) return wrong('dialect', dialect, '"postgresql" or "sqlite"')
  if (!Array.isArray(entries)) return wrong('entries', entries, 'a list')
  for (const [index, entry] of entries.entries()) {
    for (const [key, types] of Object.entries(entryKeys)) {
      const value = Object(entry)[key]
      if (value === '' || !types.includes(typeof value)) return wrong(`entries.${index}.${key}`, value, `a ${types[0]}`)
    }
  }
  return undefined
}

/** The journal's text with one more entry, byte for byte as drizzle-kit 0.31 writes it. */
export const withEntry = (journal: Journal, entry: JournalEntry): string =>
  changed(journal, (entries) => [...entries, written(entry)])

/** The journal's text with one entry at the beginning, in the place of those that have these tags. */
export const withFirstEntry = (journal: Journal, entry: JournalEntry, replaced: ReadonlySet<string>): string =>
  changed(journal, (entries) => [written(entry), ...entries.filter(({ tag }) => !replaced.has(tag))])

/** The journal's text without an entry. */
export const withoutEntry = (journal: Journal, tag: string): string =>
  changed(journal, (entries) => entries.filter((entry) => entry.tag !== tag))

/** The journal's text with these entries: those that it has as they stand there, by their tags. */
export const withEntries = (journal: Journal, entries: readonly JournalEntry[]): string =>
  changed(journal, (there) => {
    const known = new Map(there.map((entry) => [entry.tag, entry]))
    return entries.map((entry) => known.get(entry.tag) ?? written(entry))
  })

const written = ({ idx, version, when, tag, breakpoints, ...more }: JournalEntry): JournalEntry => ({
  ...{ idx, version, when, tag, breakpoints },
  ...more,
})

/** Entries that stay are left as they stand, with what somebody else has written into them. */
function changed(
  { version, dialect, text }: Journal,
  change: (entries: readonly JournalEntry[]) => readonly JournalEntry[],
): string {
  const raw = text === undefined ? { version, dialect, entries: [] } : JSON.parse(text)
  return JSON.stringify({ ...raw, entries: change(raw.entries) }, null, 2)
}
