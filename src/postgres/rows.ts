import type { Condition, View } from '../dialect/kind.ts'
import { type Key, namesOf } from '../schema/object.ts'
import { column } from './column.ts'
import { dotted, ident } from './quote.ts'

/** A column's name before the first statement; undefined where it is new. What a new column will hold is the proof's business. */
function before(k: Key, view: View): string | undefined {
  const object = view.before(k)
  return column.is(object) ? ident(object.id.name) : undefined
}

/** All the columns as they stand before, or undefined where one is new. `of`: their table, or a partition that has them too. */
export function allBefore(
  keys: readonly Key[],
  of: Key | undefined,
  view: View,
): { table: string; names: readonly string[] } | undefined {
  const table = of && view.before(of)
  const found = keys.map((k) => before(k, view))
  if (!table || !found.every((one) => one !== undefined)) return undefined
  return { table: dotted(...Object.values(table.id)), names: found }
}

/** No row may lack one of these columns. */
export function noNulls(keys: readonly Key[], of: Key | undefined, view: View): readonly Condition[] {
  const at = allBefore(keys, of, view)
  if (!at) return []
  return [
    {
      query: `SELECT count(*) FROM ${at.table} WHERE ${at.names.map((name) => `${name} IS NULL`).join(' OR ')}`,
      says: `rows of ${at.table} have no ${at.names.join(' or no ')}`,
    },
  ]
}

/** No two rows may agree in these columns; `nulls` counts missing values as equal. */
export function noDuplicates(
  keys: readonly Key[],
  of: Key | undefined,
  view: View,
  nulls = false,
): readonly Condition[] {
  const at = allBefore(keys, of, view)
  return at ? noRepeats(at, { nulls }) : []
}

/** No two rows of a table may agree in these columns or expressions; `where` limits the rows. */
export function noRepeats(
  at: { readonly table: string; readonly names: readonly string[] },
  { nulls = false, where }: { readonly nulls?: boolean; readonly where?: string | null } = {},
): readonly Condition[] {
  const filters = [...(nulls ? [] : at.names.map((name) => `${name} IS NOT NULL`)), ...(where ? [`(${where})`] : [])]
  const list = at.names.join(', ')
  return [
    {
      query:
        `SELECT coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM ${at.table}` +
        `${filters.length ? ` WHERE ${filters.join(' AND ')}` : ''} GROUP BY ${list} HAVING count(*) > 1) AS repeated`,
      says: `rows of ${at.table} repeat a value of (${list}), which becomes unique`,
    },
  ]
}

/** Has the table, and every column that a text names, the name before that it has after? Only then can the text be asked now. */
export const unmoved = (keys: readonly Key[], view: View): boolean =>
  keys.every((k) => {
    const object = view.before(k)
    return object !== undefined && namesOf(k).join('\0') === Object.values(object.id).join('\0')
  })
