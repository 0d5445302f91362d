import fc from 'fast-check'
import { type Column, column } from '../../../src/postgres/column.ts'
import { sqlType } from '../../../src/postgres/column-type.ts'
import { storedName } from '../../../src/postgres/implied-name.ts'
import { ident } from '../../../src/postgres/sql/quote.ts'
import { table } from '../../../src/postgres/table.ts'
import { keyOf, type Obj } from '../../../src/schema/object.ts'

/** One kind of object, at random. */
export interface Part<T> {
  /** What is drawn, from few names and without a look at anything else, so that two states share much. */
  readonly some: fc.Arbitrary<T>
  /** The objects that it becomes beside what is there; what needs something absent is left out. */
  readonly objects: (drawn: T, there: readonly Obj[]) => readonly Obj[]
}

/** Registers a part; the type of what it draws is forgotten. */
export const part = <T>(spec: Part<T>): Part<unknown> => spec as Part<unknown>

/** The table of a name, in whatever schema it is. */
export const tableNamed = (name: string, there: readonly Obj[]) =>
  there.filter(table.is).find(({ id }) => id.name === name)

/** The columns of a table, in their order. */
export const columnsOf = (parent: Obj, there: readonly Obj[]): readonly (Column & Obj)[] =>
  there.filter(column.is).filter((one) => one.parent === keyOf(parent))

/** The columns of a table that have these names. */
export const pick = (names: readonly string[], parent: Obj, there: readonly Obj[]) => {
  const columns = columnsOf(parent, there)
  return names.flatMap((name) => columns.find(({ id }) => id.name === name) ?? [])
}

/** Of values that are made when they are read there is no index (manual, CREATE INDEX). */
export const isStored = ({ attrs }: Column): boolean => !attrs.virtual

/** Can its values be in order, so that a key may hold them? */
export const isOrdered = (one: Column): boolean => !/^json/.test(one.attrs.type) && isStored(one)

/** Its type without what only CREATE understands. */
export const typeOf = ({ attrs }: Column): string => sqlType(attrs, true)

/** A name of what a table has: short enough for Postgres, and another one for every table and column. */
export const nameFor = (what: string, ...of: readonly Obj[]): string =>
  storedName(`${what} ${of.map(({ id }) => Object.values(id).at(-1)).join(' ')}`)

/** When a constraint is looked at. */
export const someTime = fc.constantFrom(null, null, 'immediate', 'deferred')

/** May these columns be a key of the table? Where its rows are spread, what they are spread by is among them (manual 5.12). */
export const holdsKey = ({ attrs }: Obj, columns: readonly Obj[]): boolean =>
  typeof attrs.partitionBy !== 'string' ||
  columns.some(({ id }) => String(attrs.partitionBy).endsWith(` (${ident(id.name!)})`))
