import { expect, test } from 'vitest'
import type { Dialect } from '../../src/dialect/dialect.ts'
import { type AnyKind, kind } from '../../src/dialect/kind.ts'
import { diff } from '../../src/diff/diff.ts'
import { plan } from '../../src/plan/plan.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { key, type Obj } from '../../src/schema/object.ts'
import { Schema } from '../../src/schema/schema.ts'

/** A kind that no database has. The engines know it by what it says of itself alone. */
const cup = kind<'name', { on: readonly string[] }>({
  name: 'cup',
  word: 'cup',
  fields: { on: 'replace' },
  create: ({ id }) => [{ sql: `put ${id.name}` }],
  drop: ({ id }) => [{ sql: `take ${id.name}` }],
})
const cups: Dialect = { ...postgres, kinds: { cup: cup as AnyKind }, empty: new Schema([]) }
const named = (name: string, ...on: readonly string[]): Obj =>
  cup.make(
    { name },
    { on },
    undefined,
    on.map((below) => key('cup', below)),
  )

function way(from: readonly Obj[], to: readonly Obj[]): readonly string[] {
  const pair = { from: new Schema(from), to: new Schema(to) }
  return plan(pair, diff(pair, cups), cups).steps.map(({ sql }) => sql)
}

test('a tower of any height is built from below and taken down from above', () => {
  // The higher, the earlier in the alphabet.
  const names = Array.from({ length: 20_000 }, (_, i) => String(99_999 - i))
  const tower = names.map((name, i) => named(name, ...names.slice(i - 1, i)))
  expect(way([], tower)).toEqual(names.map((name) => `put ${name}`))
  expect(way(tower, [])).toEqual(names.toReversed().map((name) => `take ${name}`))
})

test('many that stand on one come after it, in the order of their names', () => {
  const names = Array.from({ length: 20_000 }, (_, i) => String(10_000 + i))
  const table = named('table')
  expect(way([], [...names.map((name) => named(name, 'table')), table])).toEqual([
    'put table',
    ...names.map((name) => `put ${name}`),
  ])
})

test('a circle is reported with what is in it, and not broken up', () => {
  const circle = [named('a', 'b'), named('b', 'c'), named('c', 'a'), named('d')]
  expect(() => way([], circle)).toThrow(
    expect.objectContaining({
      code: 'PLAN_CYCLE',
      exit: 3,
      details: { objects: ['create cup:a', 'create cup:b', 'create cup:c'] },
    }),
  )
})
