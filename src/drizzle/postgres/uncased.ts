import type { SQL } from 'drizzle-orm'
import type { Config } from '../config.ts'
import type { Library } from '../library.ts'
import type { Declarations } from './declarations.ts'
import type { Reader } from './reader.ts'

/**
 * Views whose query has column names in it that the casing did not reach, as sentences. Where drizzle-orm selects from one
 * table it writes the names while the query is built, and the builder that it hands to `as()` knows of no casing.
 */
export function uncasedIn(
  { tables, views, materializedViews }: Declarations,
  { library, name }: Reader,
  casing: Config['casing'],
): readonly string[] {
  const { core } = library
  const uncased = new Set(
    tables.flatMap(({ columns }) => columns.flatMap((one) => (name(one) === one.name ? [] : [one.name]))),
  )
  if (uncased.size === 0) return []
  return [...views.map(core.getViewConfig), ...materializedViews.map(core.getMaterializedViewConfig)].flatMap(
    (view) => {
      const found = view.query && namesIn(view.query, library).find((one) => uncased.has(one))
      if (found === undefined) return []
      const builder = `new QueryBuilder({ casing: '${casing}' })`
      return [`view ${view.name} has ${found} without the casing, as drizzle-orm writes it: .as(${builder}.select()…)`]
    },
  )
}

/** The identifiers in a query that are no aliases. Columns are none: they get their names when the query is rendered. */
function namesIn({ queryChunks }: SQL, { orm }: Library): readonly string[] {
  const names: string[] = []
  let before = ''
  const look = (chunk: unknown): void => {
    if (Array.isArray(chunk)) chunk.forEach(look)
    else if (orm.is(chunk, orm.SQL)) chunk.queryChunks.forEach(look)
    else if (orm.is(chunk, orm.SQL.Aliased)) look(chunk.sql)
    else if (orm.is(chunk, orm.Subquery)) look(chunk._.sql)
    else if (orm.is(chunk, orm.Name) && !before.endsWith(' as ')) names.push(chunk.value)
    before = orm.is(chunk, orm.StringChunk) ? chunk.value.join('') : ''
  }
  look(queryChunks)
  return names
}
