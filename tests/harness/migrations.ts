import type { Folder } from '../../src/migrate/folder.ts'
import { parseJournal } from '../../src/migrate/journal.ts'
import type { Down } from '../../src/migrate/rollback.ts'
import { hashText } from '../../src/schema/hash.ts'

/** SQL by tag, in journal order; without a `when`, it counts up from one second a migration. */
export type Files = Readonly<Record<string, string | { readonly sql: string; readonly when: number }>>

/** A migration folder that is on no disk. */
export function folderOf(files: Files): Folder {
  const entries = Object.entries(files).map(([tag, file], idx) => {
    const when = typeof file === 'string' ? (idx + 1) * 1_000 : file.when
    return { idx, version: '7', when, tag, breakpoints: true }
  })
  const journal = parseJournal(JSON.stringify({ version: '7', dialect: 'postgresql', entries }), '_journal.json')
  const migrations = journal.entries.map((entry) => {
    const file = files[entry.tag]!
    const sql = typeof file === 'string' ? file : file.sql
    return { ...entry, file: `drizzle/${entry.tag}.sql`, sql, hash: hashText(sql) }
  })
  return { path: 'drizzle', exists: true, layout: 'v0', journal, migrations, orphans: [], snapshots: [] }
}

/** The ways back of migrations, by tag. */
export const downsOf = ({ migrations }: Pick<Folder, 'migrations'>, sql: Readonly<Record<string, string>>): Down[] =>
  Object.entries(sql).map(([tag, text]) => ({
    migration: migrations.find((one) => one.tag === tag)!,
    sql: text,
    file: `drizzle/sluice/${tag}.down.sql`,
  }))
