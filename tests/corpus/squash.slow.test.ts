import { describe, expect, test } from 'vitest'
import { migrationText } from '../../src/commands/migration-text.ts'
import { storedState } from '../../src/commands/state.ts'
import { readFolder } from '../../src/migrate/folder.ts'
import { snapshotName } from '../../src/migrate/layout.ts'
import { openEmbedded } from '../../src/postgres/embedded/embed.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { squash } from '../../src/repair/squash.ts'
import { corpusProjects } from '../harness/corpus.ts'

/** Why a history cannot be one migration, where it cannot: that one does not run on an empty database either. */
const refused: Readonly<Record<string, RegExp>> = {
  grnyte: /^0001_even_giant_girl, statement 1: relation "ascents" does not exist/,
}

const projects = corpusProjects('the real histories, squashed')

describe.skipIf(projects.length === 0)('a real history', () => {
  test.for(projects)('$name becomes one migration, or it is said why not', { timeout: 600_000 }, async (project) => {
    const folder = await readFolder(project.out)
    const last = folder.migrations.findLast(({ tag }) => folder.snapshots.includes(snapshotName(tag)))!
    const { schema } = await storedState(folder, snapshotName(last.tag), postgres)
    const made = await squash({
      dialect: postgres,
      open: openEmbedded,
      migrations: folder.migrations.slice(0, folder.migrations.indexOf(last) + 1),
      providers: [],
      declared: schema,
      text: (statements) => migrationText(statements, true, postgres),
      progress: () => {},
    })
    const why = 'halted' in made ? made.halted : 'differences' in made ? made.differences.join('\n') : null
    expect(why).toEqual(refused[project.name] ? expect.stringMatching(refused[project.name]!) : null)
  })
})
