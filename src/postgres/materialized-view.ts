import { type View as Around, type Draft, kind } from '../dialect/kind.ts'
import { key, type Obj, type Pair } from '../schema/object.ts'
import { relationIs } from './exists.ts'
import { parameterChanges, parameterList, sameParameters } from './parameters.ts'
import { dotted, ident } from './sql/quote.ts'
import { columnRenames, dropView, findsOf, moveView, queryText, readLock, type Viewed } from './view-parts.ts'

/** Options are storage parameters: `{ fillfactor: 70 }`. */
export type MaterializedViewAttrs = Viewed & {
  /** The access method; null is the server's default. */
  readonly using: string | null
  /** null is the database's default. */
  readonly tablespace: string | null
  /** It is made without rows, which a REFRESH brings. How it is made, not what it is. */
  readonly withNoData: boolean
}

type Id = 'schema' | 'name'
type View = Obj<Id, MaterializedViewAttrs>

const change = { with: ['definition', 'columns', 'using', 'tablespace', 'with'] as const, alter }

/** A materialized view (manual, CREATE MATERIALIZED VIEW). Its rows are made from others, so a new query drops it and makes it again. */
export const materializedView = kind<Id, MaterializedViewAttrs>({
  name: 'materializedView',
  word: 'materialized view',
  rigid: ({ attrs }) => attrs.definition !== null,
  texts: ['definition'],
  fields: {
    definition: change,
    columns: change,
    using: { ...change, same: (from, to) => (from ?? 'heap') === (to ?? 'heap') },
    tablespace: { ...change, same: (from, to) => place(from) === place(to) },
    with: { ...change, same: sameParameters },
    withNoData: 'ignore',
    declares: 'ignore',
  },
  create: (object, around) => (object.attrs.definition === null ? [] : [create(object, around)]),
  drop: (object, around) => dropView('MATERIALIZED VIEW', object, around),
  rename: (pair) => moveView('MATERIALIZED VIEW', pair),
  claims: ({ id }) => [`relation ${dotted(id.schema, id.name)}`, `type ${dotted(id.schema, id.name)}`],
  stands: ({ id }) => relationIs('m', id),
  finds: findsOf,
})

export const materializedViewKey = (schema: string, name: string) => key('materializedView', schema, name)

const name = ({ id }: View): string => dotted(id.schema, id.name)

const place = (tablespace: string | null): string => tablespace ?? 'pg_default'

function create(object: View, around: Around): Draft {
  const { using, tablespace, withNoData, with: parameters } = object.attrs
  const list = parameterList(parameters)
  const sql = [
    `CREATE MATERIALIZED VIEW ${name(object)}`,
    using !== null && `USING ${ident(using)}`,
    list && `WITH (${list})`,
    tablespace !== null && `TABLESPACE ${ident(tablespace)}`,
    `AS ${queryText(object, around)}`,
  ]
    .filter(Boolean)
    .join(' ')
  // On a line of its own, for the query may end in a comment.
  return { sql: withNoData ? `${sql}\nWITH NO DATA` : sql, lock: readLock(object, around) }
}

/** One that somebody else has made so far is taken over; one that is left to somebody else stays. */
function alter({ from, to }: Pair<View>, around: Around): readonly Draft[] | 'replace' {
  if (to.attrs.definition === null) return []
  if (from.attrs.definition === null)
    return [{ sql: `DROP MATERIALIZED VIEW IF EXISTS ${name(to)}` }, create(to, around)]
  const renames = columnRenames('MATERIALIZED VIEW', { from, to })
  if (!renames || (from.attrs.using ?? 'heap') !== (to.attrs.using ?? 'heap')) return 'replace'
  const parameters = parameterChanges({ from: from.attrs.with, to: to.attrs.with })
  const moves = place(from.attrs.tablespace) !== place(to.attrs.tablespace)
  const altered = (what: string) => `ALTER MATERIALIZED VIEW ${name(to)} ${what}`
  return [
    ...renames,
    ...parameters.map((what) => ({
      sql: altered(what),
      // The others let their readers and writers go on (reloptions.c).
      lock: what.includes('user_catalog_table') ? ('access-exclusive' as const) : ('share-update-exclusive' as const),
    })),
    ...(moves ? [{ sql: altered(`SET TABLESPACE ${ident(place(to.attrs.tablespace))}`), rewrites: true }] : []),
  ]
}
