import { type Draft, kind } from '../dialect/kind.ts'
import { canonical } from '../schema/hash.ts'
import { type Key, key, keyOf, kindOf, type Obj, type Pair } from '../schema/object.ts'
import { moved } from './attach.ts'
import { elsewhere, letOut, rebound } from './attachment.ts'
import { check, checkClause } from './check.ts'
import { column, columnClause, storageOfNew } from './column.ts'
import { relationIs } from './exists.ts'
import { move } from './move.ts'
import { columnsIn, namesIn, types } from './names.ts'
import { type Parameters, parameterChanges, parameterList, sameParameters } from './parameters.ts'
import { type Partitioning, partitionClause, rootOf, sameSpread } from './partition.ts'
import { isPlainInline, primaryKey, primaryKeyClause } from './primary-key.ts'
import { letStay } from './sequence-owner.ts'
import { spreadAnew } from './spread-anew.ts'
import { dotted } from './sql/quote.ts'
import { isRepeated, unique, uniqueClause } from './unique.ts'

/** What a table has besides its children. */
export type TableAttrs = {
  /** ROW LEVEL SECURITY is enabled: because it was asked for, or because the table has a policy. */
  readonly rls: boolean
  /** It was asked for (`.enableRLS()`). Kept for the snapshot; the database knows no difference. */
  readonly rlsDeclared: boolean
} & Beyond

/** What a table has that Drizzle cannot say. */
type Beyond = Partitioning & {
  /** ROW LEVEL SECURITY holds for the owner too. */
  readonly forceRls: boolean
  /** Its rows are not in the write-ahead log: gone after a crash, and on no replica. */
  readonly unlogged: boolean
  /** `{ fillfactor: 70, 'toast.autovacuum_enabled': false }` */
  readonly with: Parameters
}

/** What it has of that when nobody says so. */
export const ordinaryTable: Beyond = {
  forceRls: false,
  unlogged: false,
  with: {},
  partitionBy: null,
  partitionOf: null,
}

type Id = 'schema' | 'name'
type Table = Obj<Id, TableAttrs>

/** A table (manual, CREATE TABLE). Its columns, primary key, uniques and checks are written inside the statement. */
export const table = kind<Id, TableAttrs>({
  name: 'table',
  word: 'table',
  holdsData: true,
  // No statement changes the type of a column that rows are spread by (ATPrepAlterColumnType in tablecmds.c).
  rigid: ({ attrs }) => attrs.partitionOf !== null || attrs.partitionBy !== null,
  texts: ['partitionBy'],
  resembles: ({ from, to }) =>
    from.attrs.partitionOf || to.attrs.partitionOf
      ? canonical(from.attrs.partitionOf) === canonical(to.attrs.partitionOf)
      : undefined,
  fields: {
    partitionBy: { same: sameSpread, alter: () => 'replace' },
    partitionOf: {
      alter: (pair, view) =>
        pair.from.attrs.partitionOf && pair.to.attrs.partitionOf ? rebound(pair, view) : moved(pair.to as Obj, view),
    },
    unlogged: {
      alter: ({ to }) => [{ sql: alter(to, to.attrs.unlogged ? 'SET UNLOGGED' : 'SET LOGGED'), rewrites: true }],
    },
    with: { same: sameParameters, alter: setParameters },
    rls: { alter: ({ to }) => [{ sql: alter(to, rls(to)) }] },
    forceRls: { alter: ({ to }) => [{ sql: alter(to, forceRls(to)) }] },
    rlsDeclared: 'ignore',
  },
  create(object, view) {
    const { to } = view
    const { partitionOf: of } = object.attrs
    if (of) {
      const conditions = elsewhere(of, keyOf(object), view)
      return [{ sql: createTable(object, partitionClause(of)), conditions }, ...security(object)]
    }
    const children = to.children(keyOf(object))
    const inline = children.filter(primaryKey.is).find(isPlainInline)
    const columns = children.filter(column.is).sort((a, b) => a.attrs.position - b.attrs.position)
    const primary = children.filter(primaryKey.is).filter((c) => c !== inline)
    const uniques = children.filter(unique.is).filter((one) => !isRepeated(one, to))
    // A function that takes its rows can be there only after it.
    const later = (one: Obj) => check.finds?.(one, to).some((k) => to.get(k)?.refs.includes(keyOf(object)))
    const checks = children.filter(check.is).filter((one) => !later(one))
    const lines = [
      ...columns.map((c) => columnClause(c, to, inline?.attrs.columns.includes(keyOf(c)))),
      ...primary.map(primaryKeyClause),
      ...uniques.map(uniqueClause),
      ...checks.map(checkClause),
    ]
    const absorbs: Key[] = [...columns, ...primary, ...uniques, ...checks, ...(inline ? [inline] : [])].map(keyOf)
    const body = lines.length ? `(\n\t${lines.join(',\n\t')}\n)` : '()'
    // Postgres looks at the sequences that defaults count by.
    const counts = columns.some((c) => column.finds?.(c, to).some((k) => kindOf(k) === 'sequence'))
    return [
      { sql: createTable(object, body), lock: counts ? 'access-share' : 'none', absorbs },
      ...columns.flatMap(storageOfNew),
      ...security(object),
    ]
  },
  drop(object, view) {
    const unless = spreadAnew(keyOf(object), view)
    const gone = { sql: `DROP TABLE ${name(object)}`, loses: `the table ${name(object)} and its rows` }
    return [...letOut(object, view), { ...gone, ...(unless && { unless }) }]
  },
  rename: (pair, { from: state }) => [
    ...(pair.from.id.schema === pair.to.id.schema ? [] : letStay(keyOf(pair.to), state)),
    ...move('TABLE', pair, 'access-exclusive'),
  ],
  stands: ({ id }) => relationIs('rp', id),
  claims: ({ id }) => [`relation ${dotted(id.schema, id.name)}`, `type ${dotted(id.schema, id.name)}`],
  finds(object, schema) {
    const spread = object.attrs.partitionBy ?? ''
    const columns = columnsIn(spread, rootOf(keyOf(object), schema)).filter((k) => schema.has(k))
    return [...columns, ...namesIn(spread, object, schema, ['function', ...types])]
  },
})

export const tableKey = (schema: string, name: string) => key('table', schema, name)

const name = ({ id }: Obj<Id>): string => dotted(id.schema, id.name)

const alter = (object: Table, what: string): string => `ALTER TABLE ${name(object)} ${what}`

/** `what` is the columns with all that is written beside them, or PARTITION OF. */
function createTable(object: Table, what: string): string {
  const { unlogged, partitionBy, with: parameters } = object.attrs
  const list = parameterList(parameters)
  const spread = partitionBy === null ? '' : ` PARTITION BY ${partitionBy}`
  return `CREATE ${unlogged ? 'UNLOGGED ' : ''}TABLE ${name(object)} ${what}${spread}${list && ` WITH (${list})`}`
}

/** A new table has none of it. */
const security = (object: Table): readonly Draft[] =>
  [...(object.attrs.rls ? [rls(object)] : []), ...(object.attrs.forceRls ? [forceRls(object)] : [])].map((what) => ({
    sql: alter(object, what),
  }))

const rls = ({ attrs }: Table): string => `${attrs.rls ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY`

const forceRls = ({ attrs }: Table): string => `${attrs.forceRls ? '' : 'NO '}FORCE ROW LEVEL SECURITY`

/** SET and RESET let others read and write meanwhile (manual, ALTER TABLE). */
function setParameters({ from, to }: Pair<Table>): readonly Draft[] {
  return parameterChanges({ from: from.attrs.with, to: to.attrs.with }).map((what) => ({
    sql: alter(to, what),
    lock: 'share-update-exclusive',
  }))
}
