import type { Condition, View } from '../dialect/kind.ts'
import { type Key, namesOf } from '../schema/object.ts'
import { column } from './column.ts'
import { dotted, ident } from './sql/quote.ts'
import { standing } from './standing.ts'

/**
 * Columns as they stand before the first statement: their names there, and that of their table, or of `on`, a partition
 * that has them too. Undefined where one is new, or made anew: what that will hold is the proof's business.
 */
export function allBefore(
  keys: readonly Key[],
  view: View,
  on?: Key,
): { readonly table: string; readonly names: readonly string[] } | undefined {
  const found = keys.map((k) => standing(k, view))
  const of = on && standing(on, view)
  const [first] = found
  if (!column.is(first) || !found.every(column.is) || (on && !of)) return undefined
  const table = of ? dotted(...Object.values(of.id)) : dotted(first.id.schema, first.id.table)
  return { table, names: found.map(({ id }) => ident(id.name)) }
}

/** No row may lack one of these columns. */
export function noNulls(keys: readonly Key[], view: View, on?: Key): readonly Condition[] {
  const at = allBefore(keys, view, on)
  if (!at) return []
  return [
    {
      query: `SELECT count(*) FROM ${at.table} WHERE ${at.names.map((name) => `${name} IS NULL`).join(' OR ')}`,
      says: `rows of ${at.table} have no ${at.names.join(' or no ')}`,
    },
  ]
}

/** No two rows may agree in these columns; `nulls` counts missing values as equal. */
export function noDuplicates(keys: readonly Key[], view: View, nulls = false, on?: Key): readonly Condition[] {
  const at = allBefore(keys, view, on)
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
    const object = standing(k, view)
    return object !== undefined && namesOf(k).join('\0') === Object.values(object.id).join('\0')
  })
