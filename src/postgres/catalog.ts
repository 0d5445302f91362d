import type { Connection, Row } from '../dialect/connection.ts'
import { Schema } from '../schema/schema.ts'
import { columns } from './catalog/columns.ts'
import { comments } from './catalog/comments.ts'
import { composites } from './catalog/composites.ts'
import { constraints } from './catalog/constraints.ts'
import { defaultPrivileges } from './catalog/default-privileges.ts'
import { domains } from './catalog/domains.ts'
import { enums } from './catalog/enums.ts'
import { exclusions } from './catalog/exclusions.ts'
import { extensions } from './catalog/extensions.ts'
import { functions } from './catalog/functions.ts'
import { grants } from './catalog/grants.ts'
import { indexes } from './catalog/indexes.ts'
import { others } from './catalog/others.ts'
import { policies } from './catalog/policies.ts'
import { publications } from './catalog/publications.ts'
import { ranges } from './catalog/ranges.ts'
import { roles } from './catalog/roles.ts'
import { schemas } from './catalog/schemas.ts'
import { sequences } from './catalog/sequences.ts'
import { Catalog, type Source } from './catalog/source.ts'
import { tables } from './catalog/tables.ts'
import { triggers } from './catalog/triggers.ts'
import { views } from './catalog/views.ts'
import { readJson } from './read-json.ts'
import { withColumns } from './view-parts.ts'

/** Objects, in the order in which they are read: what refers to others comes after them. */
const modelled = [
  roles,
  schemas,
  extensions,
  enums,
  domains,
  composites,
  ranges,
  tables,
  columns,
  sequences,
  constraints,
  exclusions,
  views,
  indexes,
  policies,
  functions,
  triggers,
  publications,
  grants,
  defaultPrivileges,
  comments,
] as readonly Source[]

/** All that a database holds. */
export interface Survey {
  readonly schema: Schema
  /** What a `Schema` cannot say, sorted. */
  readonly unmodelled: readonly Unmodelled[]
}

/** An object of a kind that is not modelled, or what another object has besides. */
export interface Unmodelled {
  /** As Postgres calls it: `operator`, `foreign-data wrapper`. */
  readonly kind: string
  readonly name: string
  /** As SQL words: `REPLICA IDENTITY`. Null for an object as a whole. */
  readonly what: string | null
}

/** `statistics object public.st`, `table public.t: REPLICA IDENTITY` */
export const unmodelledText = ({ kind, name, what }: Unmodelled): string =>
  `${kind} ${name}${what === null ? '' : `: ${what}`}`

export interface ReadOptions {
  /** False: inside the transaction that is open already; its settings are left as they were. */
  readonly transaction?: boolean
}

/** Reads a whole database as a `Schema`. Rejects with a `DatabaseError`. */
export async function readCatalog(connection: Connection, options?: ReadOptions): Promise<Schema> {
  return build(await read(connection, modelled, options)).schema
}

/** Reads a whole database, and names what a `Schema` has no place for. Rejects with a `DatabaseError`. */
export async function survey(connection: Connection, options?: ReadOptions): Promise<Survey> {
  return build(await read(connection, [...modelled, others as Source], options))
}

type Rows = ReadonlyMap<Source, readonly Row[]>

async function read(
  connection: Connection,
  sources: readonly Source[],
  { transaction = true }: ReadOptions = {},
): Promise<Rows> {
  const [begin, end, undo] = transaction
    ? ['begin isolation level repeatable read read only', 'commit', 'rollback']
    : [savepoint, `rollback to ${savepoint}; release ${savepoint}`, `rollback to ${savepoint}; release ${savepoint}`]
  await connection.script(`${begin}; ${settings}`)
  try {
    const rows = await readRows(connection, sources)
    await connection.script(end)
    return rows
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

async function readRows(connection: Connection, sources: readonly Source[]): Promise<Rows> {
  const rows = await readJson(
    connection,
    sources.map((source) => source.query(connection.version)),
  )
  return new Map(sources.map((source, i) => [source, rows[i]!]))
}

function build(rows: Rows): Survey {
  const catalog = new Catalog(rows)
  const other = catalog.rows(others).filter(({ at }) => catalog.at(at) === undefined)
  const besides = catalog.found.flatMap(({ object: { kind, id }, more }) => {
    const word = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    return more.map((what) => ({ kind: word, name: Object.values(id).join('.'), what }))
  })
  const unmodelled = [...other.map(({ kind, name }) => ({ kind, name, what: null })), ...besides]
  return {
    schema: withColumns(new Schema(catalog.found.flatMap(({ object, absent }) => (absent ? [] : [object])))),
    unmodelled: unmodelled.sort(byText),
  }
}

function byText(one: Unmodelled, other: Unmodelled): number {
  const [a, b] = [unmodelledText(one), unmodelledText(other)]
  return a < b ? -1 : a > b ? 1 : 0
}
