import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { parse } from 'valibot'
import { expect, test } from 'vitest'
import { lay, type Overlay, overlayFormat } from '../../src/drizzle/snapshot/overlay.ts'
import { conflictOf } from '../../src/drizzle/snapshot/v1/conflict.ts'
import type { Row } from '../../src/drizzle/snapshot/v1/format.ts'
import { headsOf, parseSnapshot, type Stored, schemaOf, stateAfter } from '../../src/drizzle/snapshot/v1/read.ts'
import { beyondRows, rowsOf, writeSnapshot } from '../../src/drizzle/snapshot/v1/write.ts'
import { newSnapshotId, originId } from '../../src/drizzle/snapshot/write.ts'
import type { Schema } from '../../src/schema/schema.ts'
import { someSchema } from '../harness/arbitrary/state.ts'

const folder = join(import.meta.dirname, 'v1')

/** A history of drizzle-kit 1.0.0-rc.5: a first migration, renames, one by hand, two branches and what comes after both. */
const history = readdirSync(join(folder, 'history')).map(
  (tag): Stored => ({
    tag,
    json: parseSnapshot(readFileSync(join(folder, 'history', tag, 'snapshot.json'), 'utf8'), tag),
  }),
)
const tagged = (name: string) => history.find(({ tag }) => tag.endsWith(`_${name}`))!

/** Rows in one order, without the names that nobody gave: a rename leaves those as they are. */
const essence = (rows: Iterable<Row>) =>
  [...rows]
    .map((row) => JSON.stringify({ ...row, ...('nameExplicit' in row && !row.nameExplicit && { name: '' }) }))
    .sort()

test('what drizzle-kit 1.0 wrote step by step reads as what it writes at once', () => {
  const whole = parseSnapshot(readFileSync(join(folder, 'whole.json'), 'utf8'), 'whole')
  const [head, ...others] = headsOf(history)
  expect(others).toEqual([])
  expect(head!.json.prevIds).toHaveLength(2)
  const rows = stateAfter([head!.json.id], history)
  expect(essence(rows.values())).toEqual(essence('ddl' in whole ? whole.ddl : []))
})

test('before they are merged two branches stand side by side', () => {
  const open = history.slice(0, -1)
  const heads = headsOf(open)
  expect(heads.map(({ tag }) => tag.slice(15))).toEqual(['theirs', 'ours'])
  expect(conflictOf(heads, open)).toBeNull()
  const rows = stateAfter(
    heads.map(({ json }) => json.id),
    open,
  )
  const merged = stateAfter(tagged('merged').json.prevIds, history)
  expect([...rows]).toEqual([...merged])
})

test('two branches that touch one thing do not go together', () => {
  const at = stateAfter([tagged('by_hand').json.id], history)
  const age = [...at].find(([key]) => key.includes('"age"'))!
  const without = new Map([...at].filter(([key]) => key !== age[0]))
  const text = writeSnapshot({
    ...{ id: newSnapshotId(), parents: [tagged('by_hand').json.id], version: '9' },
    ...{ from: at, to: without },
  })
  const mine = { tag: '20270101000000_mine', json: parseSnapshot(text, 'mine') }
  const all = [...history.slice(0, -2), mine]
  expect(conflictOf(headsOf(all), all)).toMatchObject({ node: 'n|col|public.pe.ople.age' })
})

/** One state after the other, each as a snapshot that follows the one before; what the last cannot hold. */
function told(states: readonly Schema[], version: '8' | '9' = '9') {
  const all: Stored[] = []
  let beyond: Overlay | null = null
  for (const [i, state] of states.entries()) {
    const parents = all.slice(-1).map(({ json }) => json.id)
    const from = stateAfter(parents, all)
    const to = rowsOf(state, from)
    beyond = beyondRows(state, to)
    const text = writeSnapshot({ id: newSnapshotId(), parents, version, from, to })
    all.push({ tag: `${i}`, json: parseSnapshot(text, `${i}`) })
  }
  const last = schemaOf(stateAfter([all.at(-1)!.json.id], all))
  return { all, last, beyond: JSON.parse(JSON.stringify(beyond)) }
}

test('a state comes back whole from our snapshots and what lies beside them', () => {
  fc.assert(
    fc.property(someSchema, someSchema, fc.constantFrom('8', '9'), (from, to, version) => {
      const { last, beyond } = told([from, to], version)
      expect([...(beyond === null ? last : lay(parse(overlayFormat, beyond), last))]).toEqual([...to])
    }),
  )
})

test('what is the same in two states is no delta', () => {
  fc.assert(
    fc.property(someSchema, (state) => {
      const [first, second] = told([state, state]).all
      expect(first!.json).toMatchObject({ type: 'base', prevIds: [originId] })
      expect(second!.json).toMatchObject({ type: 'diff', prevIds: [first!.json.id], deltas: [], footprints: [] })
    }),
  )
})
