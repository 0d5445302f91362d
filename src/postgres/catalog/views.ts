import type { Obj } from '../../schema/object.ts'
import { materializedView } from '../materialized-view.ts'
import type { Parameters } from '../parameters.ts'
import { schemaKey } from '../schema.ts'
import { view } from '../view.ts'
import { first, more, notOfExtension, type Oid, parametersIn, source, userSchema } from './source.ts'

interface ViewRow {
  readonly oid: Oid
  readonly kind: 'v' | 'm'
  readonly schema: string
  readonly name: string
  readonly definition: string
  readonly options: readonly string[] | null
  readonly populated: boolean
  readonly method: string | null
  readonly tablespace: string | null
  readonly more: readonly string[]
}

/** Views of both kinds. */
export const views = source<ViewRow>({
  query: () => `
    select c.oid, c.relkind::text as kind, n.nspname::text as schema, c.relname::text as name,
      pg_get_viewdef(c.oid) as definition, c.reloptions::text[] as options, c.relispopulated as populated,
      m.amname::text as method, t.spcname::text as tablespace,
      ${more(['exists (select from pg_attrdef d where d.adrelid = c.oid)', `'DEFAULT'`])}
    from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_am m on m.oid = c.relam
    left join pg_tablespace t on t.oid = c.reltablespace
    where c.relkind in ('v', 'm') and c.oid >= ${first} and ${userSchema} and ${notOfExtension('pg_class', 'c.oid')}`,
  find: (rows) => rows.map((row) => ({ object: objectOf(row), more: row.more, at: `pg_class ${row.oid}` as const })),
})

function objectOf({ kind, schema, name, ...row }: ViewRow): Obj {
  const id = { schema, name }
  const definition = row.definition.trim().replace(/;$/, '')
  const viewed = { definition, columns: [], declares: {} }
  if (kind === 'v') return view.make(id, { ...viewed, with: booleansIn(parametersIn(row.options)) }, schemaKey(schema))
  const attrs = {
    ...viewed,
    with: parametersIn(row.options),
    using: row.method === 'heap' ? null : row.method,
    tablespace: row.tablespace,
    withNoData: !row.populated,
  }
  return materializedView.make(id, attrs, schemaKey(schema))
}

/** The server keeps the word that somebody wrote: `on` for `true`. */
const booleansIn = (options: Parameters): Parameters =>
  Object.fromEntries(
    Object.entries(options).map(([name, value]) => {
      const word = /^(on|yes|1|true)$|^(off|no|0|false)$/i.exec(String(value))
      return [name, word ? word[1] !== undefined : value]
    }),
  )
