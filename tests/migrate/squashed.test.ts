import { expect, test } from 'vitest'
import type { Entry } from '../../src/migrate/ledger.ts'
import { match } from '../../src/migrate/match.ts'
import { squashedLine, withSquashed } from '../../src/migrate/squashed.ts'
import { hashText } from '../../src/schema/hash.ts'
import { folderOf } from '../harness/migrations.ts'

const row = (hash: string, createdAt: number | null): Entry => ({ hash, createdAt, name: null })
const [a, b] = ['select 1;\n', 'select 2;\n'].map(hashText)
const first = squashedLine({ whens: [1000, 2000], earlier: [500], last: { tag: '0001_b', sql: 'select 2;\n' } })
const sql = `${first}\nselect 1;\nselect 2;\n`

/** How its row was matched, how many rows are missing, and whether only a part is applied. */
function outcome(entries: readonly Entry[], text = sql) {
  const { migrations } = folderOf({ '0001_squashed': { sql: text, when: 2000 } })
  const { matched, missing } = match(migrations, entries)
  const status = withSquashed({
    ledger: { schema: 'drizzle', table: 'ledger' },
    ...{ exists: true, applied: [...matched.values()], edited: [], missing, stopped: [], rollingBack: [] },
    pending: migrations.filter((migration) => !matched.has(migration)),
  })
  return [matched.get(migrations[0]!)?.by, status.missing.length, status.halfway.length > 0]
}

test('the rows of all that it replaces stand for it', () => {
  expect(outcome([row(a!, 1000), row(b!, 2000)])).toEqual(['hash', 0, false])
  expect(outcome([row(a!, 1000), row('0001_b', 2000)])).toEqual(['hash', 0, false])
  expect(outcome([row('older', 500), row(a!, 1000), row(b!, 2000)])).toEqual(['hash', 0, false])
  expect(outcome([row(hashText('select 2;\r\n'), 2000), row(a!, 1000)])).toEqual(['hash', 0, false])
  expect(outcome([row(a!, 1000), row(b!, 2000)], sql.replaceAll('\n', '\r\n'))).toEqual(['hash', 0, false])
})

test('so they do to the second, which is all that a folder of drizzle-kit 1.0 says', () => {
  expect(outcome([row('older', 678), row(a!, 1678), row(b!, 2678)])).toEqual(['hash', 1, false])
  expect(outcome([row(a!, 1678), row(b!, 2678)])).toEqual(['hash', 0, false])
  expect(outcome([row(a!, 1678)])).toEqual([undefined, 0, true])
})

test('where it ran itself, other rows are missing', () => {
  expect(outcome([row(hashText(sql), 2000)])).toEqual(['hash', 0, false])
  expect(outcome([row(a!, 1000), row(hashText(sql), 2000)])).toEqual(['hash', 1, false])
})

test('a part of them is neither all nor none', () => {
  expect(outcome([])).toEqual([undefined, 0, false])
  expect(outcome([row(a!, 1000)])).toEqual([undefined, 0, true])
  expect(outcome([row(b!, 2000)])).toEqual(['hash', 0, true])
})

test('the last one had been edited before', () => {
  expect(outcome([row(a!, 1000), row('other', 2000)])).toEqual(['edited', 1, false])
})
