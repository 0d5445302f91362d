import { expect, test } from 'vitest'
import { listFolder, readFolder } from '../../src/migrate/folder.ts'
import { oddities } from '../../src/migrate/history.ts'
import type { OddityCode } from '../../src/migrate/oddity.ts'
import { corpusProjects } from '../harness/corpus.ts'

/** What project.json calls it. */
const names: Partial<Record<OddityCode, string>> = {
  chainBroken: 'brokenPrevIdChain',
  idxNotSequential: 'idxNotSequential',
  snapshotMissing: 'missingSnapshot',
  sqlNotInJournal: 'sqlNotInJournal',
  stateUnchanged: 'noSchemaChange_customMigration',
  whenOutOfOrder: 'whenOutOfOrder',
  whenRound: 'roundWhen_handwrittenEntry',
}

const projects = corpusProjects('what is odd in the real histories')

test.skipIf(projects.length === 0)(
  'the journal of every real history is read, and what is odd in it is found',
  async () => {
    for (const { name, out, anomalies } of projects) {
      const { journal, migrations } = await readFolder(out)
      expect(migrations, name).toHaveLength(journal.entries.length)
      const found = oddities(await listFolder(out)).map(({ code, names: about }) => [
        names[code] ?? code,
        // `pos 0 idx 1 0001_even` and `0012_fix 1738 < max 1770` are about a tag.
        { count: about.length, sample: about.slice(0, 6) },
      ])
      const tag = (text: string) => /\d+_\w+(\.sql)?/.exec(text)![0]
      const expected = Object.entries(anomalies).map(([code, { count, sample }]) => [
        code,
        { count, sample: sample.map(tag) },
      ])
      expect(Object.fromEntries(found), name).toEqual(Object.fromEntries(expected))
    }
  },
)
