import fc from 'fast-check'
import type { Column } from '../../../src/postgres/column.ts'
import { type Action, foreignKey } from '../../../src/postgres/foreign-key.ts'
import { keyRefs } from '../../../src/postgres/key-constraint.ts'
import { primaryKey } from '../../../src/postgres/primary-key.ts'
import { unique } from '../../../src/postgres/unique.ts'
import { keyOf, type Obj } from '../../../src/schema/object.ts'
import { columnNames, tableNames } from './names.ts'
import { columnsOf, holdsKey, isOrdered, isStored, nameFor, part, pick, someTime, tableNamed, typeOf } from './part.ts'

const someTable = fc.constantFrom(...tableNames)
const someColumns = fc.uniqueArray(fc.constantFrom(...columnNames), { minLength: 1, maxLength: 2 })
const someCarried = fc.uniqueArray(fc.constantFrom(...columnNames), { maxLength: 2 })
const ids = ({ id }: Obj) => ({ schema: id.schema!, table: id.name! })

export const somePrimaryKeys = part({
  some: fc.dictionary(someTable, fc.record({ of: someColumns, carried: someCarried })),
  objects: (drawn, there) =>
    Object.entries(drawn).flatMap(([name, { of, carried }]) => {
      const on = tableNamed(name, there)
      const columns = on ? pick(of, on, there).filter(isOrdered).map(keyOf) : []
      if (!on || columns.length === 0 || !holdsKey(on, pick(of, on, there))) return []
      const include = pick(carried, on, there).filter(isStored).map(keyOf)
      const attrs = { name: nameFor('pk', on), columns, include, inline: false, deferrable: null }
      return [primaryKey.make(ids(on), attrs, keyOf(on), keyRefs(attrs))]
    }),
})

export const someUniques = part({
  some: fc.uniqueArray(
    fc.record({
      table: someTable,
      columns: someColumns,
      carried: someCarried,
      nulls: fc.boolean(),
      deferrable: someTime,
    }),
    {
      selector: ({ table, columns }) => `${table} ${columns}`,
      maxLength: 5,
    },
  ),
  objects: (drawn, there) =>
    drawn.flatMap(({ table, columns: of, carried, nulls, deferrable }) => {
      const on = tableNamed(table, there)
      const columns = on ? pick(of, on, there) : []
      if (!on || columns.length < of.length || !columns.every(isOrdered) || !holdsKey(on, columns)) return []
      const include = pick(carried, on, there).filter(isStored).map(keyOf)
      const attrs = { columns: columns.map(keyOf), include, nullsNotDistinct: nulls, deferrable }
      const id = { ...ids(on), name: nameFor(`u${of.map((name) => columnNames.indexOf(name)).join('')}`, on) }
      return [unique.make(id, attrs, keyOf(on), keyRefs(attrs))]
    }),
})

const actions: readonly Action[] = ['no action', 'restrict', 'cascade', 'set null', 'set default']

/** To the primary key of a table, from columns of its types; in circles too. */
export const someForeignKeys = part({
  some: fc.uniqueArray(
    fc.record({
      table: someTable,
      target: someTable,
      onDelete: fc.constantFrom(...actions),
      onUpdate: fc.constantFrom(...actions),
      deferrable: someTime,
    }),
    { selector: ({ table, target }) => `${table} ${target}`, maxLength: 4 },
  ),
  objects: (drawn, there) =>
    drawn.flatMap(({ table, target: to, ...how }) => {
      const [on, target] = [tableNamed(table, there), tableNamed(to, there)]
      const key = there.find((object) => primaryKey.is(object) && target && object.parent === keyOf(target))
      if (!on || !target || !primaryKey.is(key)) return []
      const wanted = columnsOf(target, there).filter((one) => key.attrs.columns.includes(keyOf(one)))
      const columns = matching(
        key.attrs.columns.map((k) => wanted.find((one) => keyOf(one) === k)!),
        columnsOf(on, there).filter(({ attrs }) => attrs.generated === null),
      )
      if (!columns) return []
      const keys = columns.map(keyOf)
      const targetColumns = key.attrs.columns
      const attrs = { columns: keys, target: keyOf(target), targetColumns, ...how }
      const id = { ...ids(on), name: nameFor(`fk${tableNames.indexOf(to as (typeof tableNames)[number])}`, on) }
      return [foreignKey.make(id, attrs, keyOf(on), [...keys, keyOf(target), ...targetColumns])]
    }),
})

/** For each column another one of its type. */
function matching(wanted: readonly Column[], own: readonly (Column & Obj)[]): readonly (Column & Obj)[] | undefined {
  const found: (Column & Obj)[] = []
  for (const one of wanted) {
    const match = own.find((other) => typeOf(other) === typeOf(one) && !found.includes(other))
    if (!match) return undefined
    found.push(match)
  }
  return found
}
