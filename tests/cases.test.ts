import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Change } from '../src/diff/change.ts'
import { postgres } from '../src/postgres/postgres.ts'
import { kindOf } from '../src/schema/object.ts'
import { readCases } from './harness/case.ts'
import { embedded } from './harness/embedded.ts'
import { text, thereAndBack } from './harness/travel.ts'

const database = embedded()

/** The cases in which each attribute of each kind changes: `column default`, `table create`. */
const seen = new Map<string, Set<string>>()
/** The kinds of what lies in a schema itself. */
const inSchemas = new Set<string>()

test.each(readCases(join(import.meta.dirname, 'cases')).map((one) => [one.name, one] as const))(
  '%s',
  async (_name, one) => {
    const { up, down, changes } = await thereAndBack(database.connection, one)
    for (const { key, ...change } of changes) {
      const { parent } = 'to' in change ? change.to : change.from
      if (parent && kindOf(parent) === 'schema') inSchemas.add(kindOf(key))
    }
    for (const what of changes.flatMap(subjects)) seen.set(what, (seen.get(what) ?? new Set()).add(one.name))
    await expect(`-- up\n${text(up)}\n-- down\n${text(down)}`).toMatchFileSnapshot(join(one.folder, 'plan.sql'))
  },
)

test('every kind is made, dropped and renamed, and each of its attributes changes, in two cases', () => {
  const wanted = Object.values(postgres.kinds).flatMap(({ name, fields, rename }) => {
    const attrs = Object.entries(fields).flatMap(([attr, field]) => (field === 'ignore' ? [] : [attr]))
    // A label is made and dropped by its enum, an attribute by its composite type.
    const verbs = name === 'enumValue' || name === 'attribute' ? [] : ['create', 'drop']
    return [...attrs, ...verbs, ...(rename ? ['rename'] : [])].map((what) => `${name} ${what}`)
  })
  const scarce = wanted.flatMap((what) => {
    const cases = [...(seen.get(what) ?? [])]
    return cases.length < 2 ? [`${what}: ${cases.length === 0 ? 'no case' : `only ${cases[0]}`}`] : []
  })
  expect(scarce, 'what fewer than two folders of tests/cases are about').toEqual([])
})

test('every kind that lies in a schema and is more than a part moves to another one in a case', () => {
  const kinds = [...inSchemas].filter((kind) => postgres.kinds[kind]!.rename)
  expect(kinds).toContain('table')
  expect(kinds.filter((kind) => !seen.has(`${kind} move`))).toEqual([])
})

function subjects(change: Change): string[] {
  const kind = kindOf(change.key)
  if (change.verb === 'alter') return change.attrs.map((what) => `${kind} ${what}`)
  const moves = change.verb === 'rename' && change.from.id.schema !== change.to.id.schema
  return [change.verb, ...(moves ? ['move'] : [])].map((what) => `${kind} ${what}`)
}
