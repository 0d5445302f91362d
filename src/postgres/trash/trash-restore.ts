import type { Connection } from '../../dialect/connection.ts'
import { dotted, ident, literal } from '../sql/quote.ts'
import { inTrash, type KeptTable, trashSchema } from './trash.ts'

/** What came back of a table of the trash. */
export interface Restored {
  /** The table, or of it the columns: `"public"."users" ("name")`. */
  readonly what: string
  /** How many rows came back, and how many there were. */
  readonly rows: number
  readonly of: number
  /** Where those still are that found no place. */
  readonly left: string | null
}

/**
 * Puts back, inside the open transaction, what the rollback of a migration has kept, the newest first: rows by their key, or
 * by all that they hold where there is none. A table of the trash goes once all of its rows have come back.
 */
export async function restore(connection: Connection, tables: readonly KeptTable[]): Promise<readonly Restored[]> {
  const kept = newest(tables)
  const works: Work[] = []
  for (const one of kept) works.push(await prepare(connection, one))
  const able = works.filter(({ parts }) => parts.length > 0)
  if (able.length === 0) return works.map((work) => result(work, 0))
  await connection.script(['set local row_security = off', ...able.flatMap(({ before }) => before)].join('; '))
  const rows = new Map<Work, number>()
  for (const some of rounds(able)) for (const [work, count] of await putBack(connection, some)) rows.set(work, count)
  const done = works.map((work) => result(work, rows.get(work) ?? 0))
  const emptied = works.filter((_, i) => done[i]!.left === null).map(({ kept }) => `drop table ${inTrash(kept.name)}`)
  await connection.script([...able.flatMap(({ after }) => after), ...emptied, 'reset row_security'].join('; '))
  const [row] = await connection.query('select exists (select from pg_class where relnamespace = $1::regnamespace)', [
    trashSchema,
  ])
  if (row?.exists === false) await connection.script(`drop schema ${trashSchema}`)
  return done
}

/** One statement changes a row once: what was kept of a table in several parts comes back one part after the other. */
function rounds(works: readonly Work[]): readonly (readonly Work[])[] {
  const all: Work[][] = []
  for (const work of works) {
    const target = dotted(...work.kept.table)
    const free = all.find((some) => some.every(({ kept }) => dotted(...kept.table) !== target))
    if (free) free.push(work)
    else all.push([work])
  }
  return all
}

/** One statement for all of them, so that foreign keys are looked at when everything is there. Returns how many rows came back. */
async function putBack(connection: Connection, works: readonly Work[]): Promise<ReadonlyMap<Work, number>> {
  const parts = works.flatMap((work, i) => work.parts.map((sql, n) => ({ name: `r${i}_${n}`, work, sql })))
  const [counts = {}] = await connection.query(
    `with ${parts.map(({ name, sql }) => `${name} as (${sql} returning 1)`).join(', ')}
     select ${parts.map(({ name }) => `(select count(*)::int from ${name}) as ${name}`).join(', ')}`,
  )
  const rows = new Map<Work, number>()
  for (const { name, work } of parts) rows.set(work, (rows.get(work) ?? 0) + Number(counts[name]))
  return rows
}

/** Of what was kept several times, for it was rolled back again, the last. */
function newest(kept: readonly KeptTable[]): readonly KeptTable[] {
  const seen = new Set<string>()
  return kept.filter(({ table, columns }) => {
    const what = JSON.stringify([table, columns])
    if (seen.has(what)) return false
    seen.add(what)
    return true
  })
}

/** What puts one table of the trash back. */
interface Work {
  readonly kept: KeptTable
  readonly of: number
  readonly before: readonly string[]
  /** Statements without their RETURNING; none where the table is not there. */
  readonly parts: readonly string[]
  readonly after: readonly string[]
}

function result({ kept, of, parts }: Work, rows: number): Restored {
  const { table, columns, name } = kept
  // A row that a new table holds already needs no second one.
  const isWhole = columns === null ? parts.length > 0 : rows === of
  const what = `${dotted(...table)}${columns ? ` (${columns.map(ident).join(', ')})` : ''}`
  return { what, rows, of, left: isWhole ? null : inTrash(name) }
}

interface ColumnRow {
  readonly name: string
  readonly type: string
  readonly always: boolean
  readonly counter: string | null
  readonly [name: string]: unknown
}

/** The columns that both have and that can be written. */
const shared = `select a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type, a.attidentity = 'a' as always,
    pg_get_serial_sequence($1, a.attname::text) as counter
  from pg_attribute a join pg_attribute k on k.attname = a.attname and k.attrelid = to_regclass($2) and k.attnum > 0
  where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum`

async function prepare(connection: Connection, kept: KeptTable): Promise<Work> {
  const [target, source] = [dotted(...kept.table), inTrash(kept.name)]
  const [row] = await connection.query(`select count(*)::int as of from ${source}`)
  const all = await connection.query<ColumnRow>(shared, [target, source])
  const gone = all.filter(({ name }) => kept.columns?.includes(name) ?? true)
  const work = { kept, of: Number(row?.of), before: [], parts: [], after: [] }
  if (gone.length === 0) return work
  const key = kept.key?.every((name) => all.some((one) => one.name === name))
    ? all.filter(({ name }) => kept.key!.includes(name))
    : null
  const set = gone.filter((one) => !key?.includes(one))
  // A column that always counts by itself takes no other value, not even its own again.
  const counted = set.filter(({ always }) => always).map(({ name }) => `alter table ${target} alter ${ident(name)}`)
  return {
    ...work,
    before: counted.map((alter) => `${alter} set generated by default`),
    parts: kept.columns
      ? [update({ target, source, set, key, rest: all.filter((one) => !gone.includes(one)) })]
      : [
          ...(key && set.length > 0 ? [update({ target, source, set, key, rest: [] })] : []),
          insert({ target, source, all, key }),
        ],
    after: [...counted.map((alter) => `${alter} set generated always`), ...gone.flatMap((one) => countOn(target, one))],
  }
}

interface Update {
  readonly target: string
  readonly source: string
  readonly set: readonly ColumnRow[]
  readonly key: readonly ColumnRow[] | null
  readonly rest: readonly ColumnRow[]
}

const valueIn = ({ name, type }: ColumnRow): string => `k.${ident(name)}::${type}`

const sameKey = (key: readonly ColumnRow[]): string =>
  key.map((one) => `t.${ident(one.name)} = ${valueIn(one)}`).join(' and ')

/** Equal rows have numbers: each goes with one of the other side. */
const numbered = (of: string, columns: readonly ColumnRow[]): string =>
  `(select *, row_number() over (partition by "sluice row") as "sluice number" from (
     select k.*, k.tableoid as "sluice table", k.ctid as "sluice place", row(${columns.map(valueIn).join(', ')})::text as "sluice row"
     from ${of} as k) as rows)`

const sameRow = '(t."sluice row", t."sluice number") = (k."sluice row", k."sluice number")'

function update({ target, source, set, key, rest }: Update): string {
  const values = set.map((one) => `${ident(one.name)} = ${valueIn(one)}`).join(', ')
  if (key) return `update ${target} as t set ${values} from ${source} as k where ${sameKey(key)}`
  return `update ${target} as u set ${values} from ${numbered(target, rest)} as t, ${numbered(source, rest)} as k
    where ${sameRow} and (u.tableoid, u.ctid) = (t."sluice table", t."sluice place")`
}

function insert({
  target,
  source,
  all,
  key,
}: Pick<Update, 'target' | 'source' | 'key'> & { readonly all: readonly ColumnRow[] }): string {
  const [rows, there, same] = key
    ? [source, target, sameKey(key)]
    : [numbered(source, all), numbered(target, all), sameRow]
  return `insert into ${target} (${all.map(({ name }) => ident(name)).join(', ')}) overriding system value
    select ${all.map(valueIn).join(', ')} from ${rows} as k where not exists (select from ${there} as t where ${same})`
}

/** What numbers the rows goes on after the highest that came back. */
const countOn = (target: string, { name, counter }: ColumnRow): readonly string[] =>
  counter === null
    ? []
    : [
        `select setval(${literal(counter)}, greatest(most, nextval(${literal(counter)})))
         from (select max(${ident(name)})::bigint as most from ${target}) as m where most is not null`,
      ]
