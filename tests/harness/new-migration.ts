import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import type { NewMigration } from '../../src/migrate/write.ts'

/** Gives each test a folder of its own, and says where its migration folder is to lie, which is not there yet. */
export function inNewFolder(begin: (made: { readonly home: string; readonly out: string }) => void): void {
  let home: string
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'sluice-folder-'))
    begin({ home, out: join(home, 'drizzle') })
  })
  afterEach(() => rm(home, { recursive: true }))
}

/** A migration with files of our own beside it. */
export function newMigration(idx: number, tag: string): NewMigration {
  const side = { [`${tag}.proof.json`]: `{"of":"${tag}"}`, [`${tag}.down.sql`]: `-- down ${tag}` }
  const snapshot = `{"id":"${tag}"}`
  return { idx, tag, when: idx + 1, version: '7', breakpoints: true, sql: `-- ${tag}`, snapshot, side }
}

export const first = newMigration(0, '0000_first')
