import { expect, test } from 'vitest'
import { readSnapshot } from '../../src/drizzle/snapshot/read.ts'
import { writeSnapshot } from '../../src/drizzle/snapshot/write.ts'
import { SluiceError } from '../../src/errors.ts'
import { postgres } from '../../src/postgres/postgres.ts'

const file = 'drizzle/meta/0001_snapshot.json'
const valid = writeSnapshot({ id: 'b', prevId: 'a', schema: postgres.empty })
const changed = (change: object) => JSON.stringify({ ...JSON.parse(valid), ...change }, null, 2)

function refusal(text: string): SluiceError {
  try {
    readSnapshot(text, file)
  } catch (error) {
    if (error instanceof SluiceError) return error
    throw error
  }
  throw new Error('it was read')
}

test.each([
  ['nothing', '', 1, 1],
  ['a comma too many', '{\n  "id": "b",\n}', 3, 1],
  ['a file that ends early', valid.slice(0, valid.indexOf('"dialect"') + 12), 5, 14],
  ['a number that is none', valid.replace('"version": "7"', '"version": 07'), 4, 15],
  ['a name without quotes', valid.replace('"tables"', 'tables'), 6, 3],
  ['a bracket too many', `${valid}\n}`, 19, 1],
  ['a word that is none', valid.replace('"enums": {}', '"enums": { "a": [true, fals] }'), 7, 26],
])('%s is located', (_what, text, line, column) => {
  expect(() => JSON.parse(text)).toThrow()
  const { code, exit, message, hint, details } = refusal(text)
  expect({ code, exit, line, column }).toEqual({ code: 'SNAPSHOT_INVALID', exit: 3, ...pick(details) })
  expect(message).toContain(`${file}:${line}:${column}`)
  expect(hint).toContain(`git checkout -- ${file}`)
})

const pick = ({ line, column }: SluiceError['details']) => ({ line, column })

test('the markers of a merge are named as such', () => {
  const merged = valid.replace(
    '  "version"',
    '<<<<<<< HEAD\n  "id": "c",\n=======\n  "id": "d",\n>>>>>>> topic\n  "version"',
  )
  const { code, message } = refusal(merged)
  expect(code).toBe('SNAPSHOT_CONFLICT')
  expect(message).toContain(`${file}:4:1`)
})

test.each([
  ['pg', '4', 'SNAPSHOT_OUTDATED', 'drizzle-kit@0.20.18 up:pg'],
  ['postgresql', '8', 'SNAPSHOT_VERSION', 'sluice@latest'],
  ['sqlite', '6', 'SNAPSHOT_VERSION', 'sluice@latest'],
])('%s %s is refused with %s and the way out', (dialect, version, code, hint) => {
  const error = refusal(changed({ dialect, version }))
  expect(error).toMatchObject({ code, details: { version } })
  expect(error.message).toContain(version)
  expect(error.hint).toContain(hint)
})

test.each([
  ['null', 'it names no version and dialect'],
  [changed({ tables: { 'public.a': { name: 'a' } } }), '["tables"]["public.a"]["schema"]'],
  [changed({ comments: {} }), '["comments"]'],
  [changed({ enums: { 'public.e': { name: 'e', schema: 'public', values: ['a', 1] } } }), '["values"][1]'],
  [changed({ tables: { 'public.t': twoKeys() } }), '["tables"]["public.t"] a table has one primary key'],
])('a structure that is not a snapshot is refused at its path', (text, path) => {
  const error = refusal(text)
  expect(error.code).toBe('SNAPSHOT_INVALID')
  expect(error.message).toContain(path)
})

test('an option of a view that drizzle-kit does not know is refused at its path, not lost', () => {
  const view = { name: 'v', schema: 'public', columns: {}, materialized: false, isExisting: false, with: { odd: true } }
  const error = refusal(changed({ views: { 'public.v': view } }))
  expect(error).toMatchObject({ code: 'SNAPSHOT_INVALID', exit: 3 })
  expect(error.message).toContain('["views"]["public.v"]["with"]["odd"]')
})

function twoKeys() {
  const id = { name: 'id', type: 'integer', primaryKey: true, notNull: true }
  const maps = { indexes: {}, foreignKeys: {}, compositePrimaryKeys: { pk: { name: 'pk', columns: ['id'] } } }
  return { name: 't', schema: '', columns: { id }, ...maps }
}
