import fc from 'fast-check'
import { parse } from 'valibot'
import { expect, test } from 'vitest'
import { lay, overlayFormat } from '../../src/drizzle/snapshot/overlay.ts'
import { readSchema, writeSchema } from '../../src/drizzle/snapshot/postgres/schema.ts'
import { beyondSnapshot } from '../../src/drizzle/snapshot/write.ts'
import { columnKey } from '../../src/postgres/column.ts'
import { key, keyOf, type Obj } from '../../src/schema/object.ts'
import { Schema } from '../../src/schema/schema.ts'
import { someSchema } from '../harness/arbitrary/state.ts'
import { core, load } from '../harness/load.ts'

const held = (state: Schema) => readSchema(writeSchema(state))

test('what drizzle-kit can hold needs nothing beside its snapshot', () => {
  fc.assert(
    fc.property(someSchema, (schema) => {
      expect(beyondSnapshot(held(schema))).toBeNull()
    }),
  )
})

test('what it cannot hold comes back from beside it', () => {
  fc.assert(
    fc.property(someSchema, (schema) => {
      const beside = JSON.parse(JSON.stringify(beyondSnapshot(schema)))
      const back = beside === null ? held(schema) : lay(parse(overlayFormat, beside), held(schema))
      expect([...back]).toEqual([...schema])
    }),
  )
})

/** A state with a note on a column and on its table, and a column whose type no snapshot knows. */
async function noted(): Promise<Schema> {
  const { schema } = await load({
    'src/a.ts': `${core}export const users = pgTable('users', { id: integer(), "na.me": text() })`,
  })
  const note = (of: Obj, text: string): Obj => ({
    kind: 'note',
    id: { ...of.id, of: of.kind },
    attrs: { text },
    parent: keyOf(of),
    refs: [keyOf(of)],
  })
  const name = columnKey('public', 'users', 'na.me')
  const column = { ...schema.get(name)!, refs: [key('domain', 'public', 'email')] }
  const typed = { ...column, attrs: { ...column.attrs, type: 'email', collation: '"C"' } }
  const rest = [...schema].filter((object) => keyOf(object) !== name)
  return new Schema([...rest, typed, note(typed, "it's"), note(schema.get(key('table', 'public', 'users'))!, 'all')])
}

test('a state comes back whole from its snapshot and what lies beside it', async () => {
  const state = await noted()
  const text = JSON.stringify(beyondSnapshot(state))
  const back = lay(parse(overlayFormat, JSON.parse(text)), held(state))
  expect([...back]).toEqual([...state])
})

test('what hangs on a column that drizzle-kit has dropped since is gone with it, and its own change of a type counts', async () => {
  const state = await noted()
  const beyond = beyondSnapshot(state)!
  const without = new Schema([...held(state)].filter(({ id }) => id.name !== 'na.me'))
  expect([...lay(beyond, without)].filter(({ kind }) => kind === 'note')).toMatchObject([{ attrs: { text: 'all' } }])

  const name = columnKey('public', 'users', 'na.me')
  const retyped = [...held(state)].map((object) =>
    keyOf(object) === name ? { ...object, attrs: { ...object.attrs, type: 'varchar(9)' } } : object,
  )
  expect(lay(beyond, new Schema(retyped)).get(name)?.attrs).toMatchObject({ type: 'varchar(9)', collation: '"C"' })
})
