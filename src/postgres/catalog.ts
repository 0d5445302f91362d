import type { Connection, Row } from '../dialect/connection.ts'
import { Schema } from '../schema/schema.ts'
import {
  columnOf,
  constraintOf,
  enumOf,
  type Found,
  indexOf,
  type Place,
  placesOf,
  policyOf,
  schemaOf,
  sequenceOf,
  tableOf,
} from './catalog-objects.ts'
import {
  type ColumnRow,
  type ConstraintRow,
  catalogQueries,
  type EnumRow,
  type IndexRow,
  type OtherRow,
  type PolicyRow,
  type SchemaRow,
  type SequenceRow,
  type TableRow,
} from './catalog-queries.ts'
import { enumKey } from './enum.ts'

/** All that a database holds. */
export interface Survey {
  readonly schema: Schema
  /** What a `Schema` cannot say, sorted: `view public.v`, `column public.t.a: COLLATE pg_catalog."C"`. */
  readonly unmodelled: readonly string[]
}

export interface ReadOptions {
  /** False: inside the transaction that is open already; its settings are left as they were. */
  readonly transaction?: boolean
}

/** Reads a whole database as a `Schema`. Rejects with a `DatabaseError`. */
export async function readCatalog(connection: Connection, options?: ReadOptions): Promise<Schema> {
  return (await survey(connection, options)).schema
}

/** Reads a whole database, and names what a `Schema` has no place for. Rejects with a `DatabaseError`. */
export async function survey(connection: Connection, { transaction = true }: ReadOptions = {}): Promise<Survey> {
  const [begin, end, undo] = transaction
    ? ['begin isolation level repeatable read read only', 'commit', 'rollback']
    : [savepoint, `rollback to ${savepoint}; release ${savepoint}`, `rollback to ${savepoint}; release ${savepoint}`]
  await connection.script(`${begin}; ${settings}`)
  try {
    const rows = await readRows(connection)
    await connection.script(end)
    return build(rows)
  } catch (error) {
    await connection.script(undo).catch(() => {})
    throw error
  }
}

/** Going back to it brings back the settings too. */
const savepoint = 'savepoint sluice_read'

// All that the server's deparser looks at; without a search path it qualifies every name. JIT costs more than it gives.
const settings = `
  set local search_path = ''; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local quote_all_identifiers = off; set local bytea_output = 'hex'; set local jit = off`

type Rows = Awaited<ReturnType<typeof readRows>>

async function readRows(connection: Connection) {
  const queries = catalogQueries(connection.version)
  const read = async <R>(sql: string) => (await connection.query(sql)) as readonly Row[] as readonly R[]
  return {
    schemas: await read<SchemaRow>(queries.schemas),
    enums: await read<EnumRow>(queries.enums),
    tables: await read<TableRow>(queries.tables),
    sequences: await read<SequenceRow>(queries.sequences),
    columns: await read<ColumnRow>(queries.columns),
    constraints: await read<ConstraintRow>(queries.constraints),
    indexes: await read<IndexRow>(queries.indexes),
    policies: await read<PolicyRow>(queries.policies),
    others: await read<OtherRow>(queries.others),
  }
}

function build(rows: Rows): Survey {
  const places = placesOf(rows.tables, rows.columns)
  const guarded = new Set(rows.policies.map((row) => row.table))
  // What lies in tables that are not read (partitions, those of extensions) is not read either.
  const inside = <R extends { readonly table: number }>(list: readonly R[]) =>
    list.flatMap((row) => {
      const place = places.get(row.table)
      return place ? [{ row, place }] : []
    })

  const columns = columnsOf(rows, inside(rows.columns))
  const found: readonly Found[] = [
    ...rows.schemas.map(schemaOf),
    ...rows.enums.map(enumOf),
    ...rows.tables.map((row) => tableOf(row, guarded.has(row.oid))),
    ...columns.values(),
    ...rows.sequences.map((row) => sequenceOf(row, columns.get(`${row.table}.${row.column}`))),
    ...inside(rows.constraints).map(({ row, place }) => constraintOf(row, place, places)),
    ...inside(rows.indexes).map(({ row, place }) => indexOf(row, place)),
    ...inside(rows.policies).map(({ row, place }) => policyOf(row, place)),
  ]
  const unmodelled = found.flatMap(({ object: { kind, id }, more }) => {
    const word = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    return more.map((what) => `${word} ${Object.values(id).join('.')}: ${what}`)
  })
  return {
    schema: new Schema(found.flatMap(({ object, absent }) => (absent ? [] : [object]))),
    unmodelled: [...rows.others.map(({ what }) => what), ...unmodelled].sort(),
  }
}

/** The columns by table and number, `16385.2`. */
function columnsOf(
  rows: Rows,
  columns: readonly { readonly row: ColumnRow; readonly place: Place }[],
): ReadonlyMap<string, Found> {
  const enums = new Map(rows.enums.map(({ oid, schema, name }) => [oid, enumKey(schema, name)]))
  const counters = new Map<string, SequenceRow[]>()
  for (const row of rows.sequences.filter(({ owned }) => owned)) {
    const at = `${row.table}.${row.column}`
    counters.set(at, [...(counters.get(at) ?? []), row])
  }
  return new Map(
    columns.map(({ row, place }) => {
      const at = `${row.table}.${row.number}`
      return [at, columnOf(row, { place, enums, counters: counters.get(at) ?? [] })]
    }),
  )
}
