import type { Folder, Migration } from '../../src/migrate/folder.ts'
import { hashText } from '../../src/schema/hash.ts'

/** A migration folder that is on no disk: SQL by tag, in journal order; `when` counts up from one second a migration. */
export function folderOf(files: Readonly<Record<string, string | { sql: string; when: number }>>): Folder {
  const migrations = Object.entries(files).map(([tag, file], idx): Migration => {
    const { sql, when } = typeof file === 'string' ? { sql: file, when: (idx + 1) * 1_000 } : file
    return { idx, tag, when, breakpoints: true, file: `drizzle/${tag}.sql`, sql, hash: hashText(sql) }
  })
  const entries = migrations.map(({ idx, tag, when }) => ({ idx, version: '7', when, tag, breakpoints: true }))
  return { path: 'drizzle', journal: { version: '7', dialect: 'postgresql', entries }, migrations, orphans: [] }
}
