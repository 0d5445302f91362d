import { ident, literal } from '../postgres/sql/quote.ts'
import type { Bounds } from './bounds.ts'
import type { Shape, ShapeColumn, ShapeForeignKey } from './shape.ts'
import { makeValue } from './value.ts'
import type { Wish, Wishes } from './wishes.ts'

/** How a row is made: with all it can have, with the defaults where there are any, or with no more than it must have. */
export type Mode = 'full' | 'defaults' | 'bare'

/** What the rows of one table are made from. */
export interface Recipe {
  readonly shape: Shape
  /** Foreign keys that cannot refer to anything, or not yet. */
  readonly absent: readonly ShapeForeignKey[]
  readonly bounds: Bounds
  readonly wishes: Wishes
  /** The quoted names of all tables, by their plain ones. */
  readonly tables: ReadonlyMap<string, string>
}

/** One row, in the order of the table's columns, as `(1, DEFAULT, 'x'::text)`. @throws Unfillable */
export function rowOf(recipe: Recipe, n: number, mode: Mode): string {
  return `(${recipe.shape.columns.map((column) => cell(recipe, column, n, mode)).join(', ')})`
}

/** A required column of a type that nobody has made up a value for. */
export class Unfillable extends Error {
  override readonly name = 'Unfillable'
}

function cell(recipe: Recipe, column: ShapeColumn, n: number, mode: Mode): string {
  const { shape, absent, bounds, wishes } = recipe
  const wish = wishes.columns.get(`${shape.name}.${column.name}`)
  const required = column.required || (wish?.required ?? false)
  if (column.counts) return 'DEFAULT'
  if (!column.required && absent.some(({ columns }) => columns.includes(column.name))) return 'NULL'
  if (mode === 'bare' && !required) return column.hasDefault ? 'DEFAULT' : 'NULL'
  const foreignKey = shape.foreignKeys
    .filter((fk) => fk.columns.includes(column.name) && !absent.includes(fk))
    .sort(
      (a, b) =>
        Number(a.target === shape.name) - Number(b.target === shape.name) || b.columns.length - a.columns.length,
    )[0]
  if (foreignKey && foreignKey.target !== shape.name) return reference(recipe, foreignKey, column.name, n)
  if (mode === 'defaults' && column.hasDefault) return 'DEFAULT'
  // A row that must refer to a row of its own table refers to itself.
  const twin =
    foreignKey &&
    shape.columns.find(({ name }) => name === foreignKey.targetColumns[foreignKey.columns.indexOf(column.name)])
  const after = bounds.less.some(([, greater]) => greater === column.name) ? rows : 0
  const text = made(twin ?? column, n + after, bounds, wish)
  if (text !== undefined) return `${literal(text)}::${column.type}`
  if (column.hasDefault) return 'DEFAULT'
  if (!column.required) return 'NULL'
  throw new Unfillable(`no value is made up for the type ${column.type} of its required column ${ident(column.name)}`)
}

/** Rows a table gets. */
export const rows = 10

const strings = ['text', 'varchar', 'bpchar', 'citext']

function made(column: ShapeColumn, n: number, bounds: Bounds, wish: Wish | undefined): string | undefined {
  const { array, base, element, labels, name } = column
  const fit = {
    ...bounds.fits.get(name),
    labels: wish?.labels && labels ? labels.filter((label) => wish.labels!.includes(label)) : labels,
  }
  if (!array && wish?.base && strings.includes(base))
    return makeValue(wish.base, wish.element, n, name, { ...fit, labels: wish.labels })
  const text = makeValue(base, element, n, name, fit)
  return text === undefined || !array ? text : `{"${text.replace(/[\\"]/g, '\\$&')}"}`
}

/** The value of the n-th row of the other table, around and around. */
function reference(
  { tables }: Recipe,
  { columns, target, targetColumns }: ShapeForeignKey,
  name: string,
  n: number,
): string {
  const table = tables.get(target)
  if (!table) return 'NULL'
  const column = ident(targetColumns[columns.indexOf(name)]!)
  const order = targetColumns.map(ident).join(', ')
  return `(SELECT ${column} FROM ${table} ORDER BY ${order} OFFSET ${n - 1} % greatest((SELECT count(*) FROM ${table}), 1) LIMIT 1)`
}
