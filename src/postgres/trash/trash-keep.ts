import type { Connection } from '../../dialect/connection.ts'
import { type Key, keyOf, kindOf, type Obj } from '../../schema/object.ts'
import type { Schema } from '../../schema/schema.ts'
import { column } from '../column.ts'
import { storedName } from '../implied-name.ts'
import { dotted, ident } from '../sql/quote.ts'
import { table } from '../table.ts'
import { inTrash, type Kept, keptComment, readTrash, trashSchema } from './trash.ts'

/** What a statement takes away that can be kept: some columns of a table, or all of it. */
export type Taken = Pick<Kept, 'table' | 'columns'>

/**
 * What can be kept of what goes with these objects, by their keys in `from`, under the names that it has in the database
 * now: a table with its rows, a column, the columns of a type.
 */
export function takenWith(gone: readonly Key[], from: Schema, before: (k: Key) => Obj | undefined): readonly Taken[] {
  const tables = new Set(gone.filter((k) => kindOf(k) === table.name))
  const columns = gone.flatMap((k) => {
    const object = from.get(k)
    if (tables.has(k) || !object) return []
    return column.is(object) ? [object] : [...from].filter((one) => column.is(one) && one.refs.includes(k))
  })
  const whole = [...tables].flatMap((k) => {
    const now = before(k)
    return table.is(now) && !isInside(now, tables, from) ? [takenOf(now.id.schema, now.id.name, null)] : []
  })
  const some = new Map<Key, Taken>()
  for (const object of columns) {
    const now = before(keyOf(object))
    if (!column.is(now) || tables.has(object.parent!)) continue
    const others = some.get(object.parent!)?.columns ?? []
    some.set(object.parent!, takenOf(now.id.schema, now.id.table, [...new Set([...others, now.id.name])]))
  }
  return [...whole, ...some.values()]
}

const takenOf = (schema: string, name: string, columns: readonly string[] | null): Taken => ({
  table: [schema, name],
  columns,
})

/** The rows of a partition are those of its table too. */
function isInside(object: Obj, tables: ReadonlySet<Key>, from: Schema): boolean {
  if (!table.is(object) || !object.attrs.partitionOf) return false
  const whole = object.attrs.partitionOf.table
  const above = from.get(whole)
  return tables.has(whole) || (above !== undefined && isInside(above, tables, from))
}

interface ColumnRow {
  readonly name: string
  /** Its type is the server's own, and goes with nothing. */
  readonly plain: boolean
  readonly key: boolean
  readonly [name: string]: unknown
}

/** A table of which something goes, as it stands in the database. */
interface Found {
  readonly taken: Taken
  readonly columns: readonly ColumnRow[]
}

/**
 * Copies rows into the trash, inside the open transaction that then takes them away: nobody writes to the tables until it
 * ends. Row level security hides no row: it is an error where it would. Returns the names of the tables that it made.
 */
export async function keep(connection: Connection, tag: string, taken: readonly Taken[]): Promise<readonly string[]> {
  const found = await find(connection, taken)
  if (found.length === 0) return []
  await connection.script(locks(found).join('; '))
  const copies = await copiesOf(connection, tag, found)
  if (copies.length > 0) await connection.script(withSettings(copies).join('; '))
  return copies.map(({ name }) => inTrash(name))
}

/** The statements of `keep`, of what is there now. */
export async function keepSql(
  connection: Connection,
  tag: string,
  taken: readonly Taken[],
): Promise<readonly string[]> {
  const found = await find(connection, taken)
  const copies = await copiesOf(connection, tag, found)
  return copies.length > 0 ? [...locks(found), ...withSettings(copies)] : []
}

const locks = (found: readonly Found[]): readonly string[] =>
  found.map(({ taken }) => `lock table ${dotted(...taken.table)} in exclusive mode`)

const withSettings = (copies: readonly Copy[]): readonly string[] => [
  `create schema if not exists ${trashSchema}`,
  'set local row_security = off',
  ...copies.flatMap(({ statements }) => statements),
  'reset row_security',
]

/** A database that has drifted may lack what goes. */
async function find(connection: Connection, all: readonly Taken[]): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const { table, columns: gone } of all) {
    const columns = await connection.query<ColumnRow>(
      `select a.attname::text as name, t.typnamespace = 'pg_catalog'::regnamespace as plain,
         coalesce(a.attnum = any(i.indkey), false) as key
       from pg_attribute a join pg_type t on t.oid = a.atttypid
       left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
       where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped order by a.attnum`,
      [dotted(...table)],
    )
    const there = gone?.filter((name) => columns.some((each) => each.name === name)) ?? null
    if (columns.length > 0 && there?.length !== 0) found.push({ taken: { table, columns: there }, columns })
  }
  return found
}

interface Copy {
  readonly name: string
  readonly statements: readonly string[]
}

/** Nothing for tables without rows. */
async function copiesOf(connection: Connection, tag: string, found: readonly Found[]): Promise<readonly Copy[]> {
  const names = new Set((await readTrash(connection)).map(({ name }) => name))
  const copies: Copy[] = []
  await connection.script('set row_security = off')
  try {
    for (const one of found) {
      const [row] = await connection.query(`select exists (select from ${dotted(...one.taken.table)}) as filled`)
      if (row?.filled === true) copies.push(copy(tag, one, names))
    }
  } finally {
    await connection.script('reset row_security').catch(() => {}) // a transaction that failed has reset it
  }
  return copies
}

function copy(tag: string, { taken, columns }: Found, names: Set<string>): Copy {
  const { table: of, columns: gone } = taken
  const keys = columns.filter(({ key }) => key).map(({ name }) => name)
  const key = keys.length > 0 && !keys.some((name) => gone?.includes(name)) ? keys : null
  const wanted = gone && key && new Set([...key, ...gone])
  const list = columns
    .filter(({ name }) => !wanted || wanted.has(name))
    // A type of the user's own may have to go too, and is not to stand in the way.
    .map(({ name, plain }) => (plain ? ident(name) : `${ident(name)}::text as ${ident(name)}`))
  const name = freeName(`${of[1]}_${tag}`, names)
  const statements = [
    `create table ${inTrash(name)} as select ${list.join(', ')} from ${dotted(...of)}`,
    `comment on table ${inTrash(name)} is ${keptComment({ tag, ...taken, key })}`,
  ]
  return { name, statements }
}

/** The number is at the front, since Postgres cuts names at 63 bytes. */
function freeName(wanted: string, names: Set<string>): string {
  let name = storedName(wanted)
  for (let n = 2; names.has(name); n++) name = storedName(`${n}_${wanted}`)
  names.add(name)
  return name
}
