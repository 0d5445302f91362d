import { type Connection, DatabaseError } from '../dialect/connection.ts'
import { ident } from '../postgres/sql/quote.ts'
import { boundsOf } from './bounds.ts'
import { fillOrder, isOptional } from './fill-order.ts'
import type { Seeded } from './proof.ts'
import { quietly } from './quietly.ts'
import { type Mode, type Recipe, rowOf, rows, Unfillable } from './row.ts'
import { readShapes, type Shape } from './shape.ts'
import type { Wishes } from './wishes.ts'

/** The rows that were made up, and the tables that they are in. */
export interface Filled extends Seeded {
  readonly tables: readonly Shape[]
}

const none: Wishes = { columns: new Map(), checks: new Map() }

/**
 * Puts made-up rows into every empty table, so that references, keys and checks hold; the same rows for the same tables.
 * What cannot be filled is named with the server's reason.
 */
export async function seed(connection: Connection, wishes: Wishes = none): Promise<Filled> {
  const shapes = await readShapes(connection)
  const tables = new Map(shapes.map(({ name, sql }) => [name, sql]))
  const empty = await emptyOnes(connection, shapes)
  const filled: Shape[] = []
  const unfilled = new Map<string, string>()
  let count = 0
  for (const turn of fillOrder(shapes)) {
    const { shape, later } = turn
    if (!empty.has(shape.name)) continue
    const barred = shape.foreignKeys.filter(({ target }) => unfilled.has(target))
    const needed = barred.find((fk) => !isOptional(fk, shape))
    if (needed) {
      unfilled.set(shape.name, `it refers to ${needed.target}, which has no rows`)
      continue
    }
    const bounds = boundsOf([...shape.checks, ...(wishes.checks.get(shape.name) ?? [])])
    const recipe = { shape, absent: [...later, ...barred], tables, wishes, bounds }
    const { done, why } = await fill(connection, recipe)
    count += done
    if (done > 0) filled.push(shape)
    else unfilled.set(shape.name, why)
  }
  for (const { shape, later } of fillOrder(shapes))
    if (filled.includes(shape)) for (const fk of later) await close(connection, shape, fk, tables)
  const notFilled = [...unfilled].map(([table, why]) => ({ table, why })).sort((a, b) => (a.table < b.table ? -1 : 1))
  return { rows: count, notFilled, tables: filled }
}

async function emptyOnes(connection: Connection, shapes: readonly Shape[]): Promise<ReadonlySet<string>> {
  if (shapes.length === 0) return new Set()
  const queries = shapes.map(({ sql }, i) => `select ${i} as i where not exists (select from ${sql})`)
  const empty = await connection.query<{ i: number }>(queries.join(' union all '))
  return new Set(empty.map(({ i }) => shapes[i]!.name))
}

/** All rows at once; where one is refused, one by one, each in the first of three ways that the server takes. */
async function fill(connection: Connection, recipe: Recipe): Promise<{ done: number; why: string }> {
  const { shape } = recipe
  const insert = async (list: readonly string[]) => {
    const names = shape.columns.map(({ name }) => ident(name)).join(', ')
    const sql = names ? `(${names}) VALUES ${list.join(', ')}` : 'DEFAULT VALUES'
    await connection.script(`INSERT INTO ${shape.sql} ${sql}`)
  }
  const modeOf = (n: number): Mode => (n === rows ? 'bare' : n === rows - 1 ? 'defaults' : 'full')
  const numbers = Array.from({ length: rows }, (_, i) => i + 1)
  let why = await refused(() => insert(numbers.map((n) => rowOf(recipe, n, modeOf(n)))))
  if (why === undefined) return { done: rows, why: '' }
  let done = 0
  for (const n of numbers) {
    let refusal: string | undefined
    for (const mode of ['full', 'defaults', 'bare'] as const) {
      refusal = await refused(() => insert([rowOf(recipe, n, mode)]))
      if (refusal === undefined) break
      why = refusal
    }
    if (refusal === undefined) done++
    else if (done === 0 && n === 2) break
  }
  return { done, why }
}

/** The rows of a circle refer to something once it is there. They may be null, so that nothing is lost where they cannot. */
async function close(
  connection: Connection,
  shape: Shape,
  { columns, target, targetColumns }: Shape['foreignKeys'][number],
  tables: ReadonlyMap<string, string>,
): Promise<void> {
  const other = targetColumns.map(ident).join(', ')
  const own = columns.map(ident).join(', ')
  const one = `(SELECT ${other} FROM ${tables.get(target)} ORDER BY ${other} LIMIT 1)`
  await refused(() => connection.script(`UPDATE ${shape.sql} SET (${own}) = ${one}`))
}

async function refused(attempt: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await attempt()
    return undefined
  } catch (error) {
    if (error instanceof Unfillable || (error instanceof DatabaseError && error.state !== '57014')) return error.message
    throw error
  }
}

/** Takes the made-up rows out again, whatever refers to what and whatever the tables are called by now. */
export async function clear(connection: Connection, tables: readonly Shape[]): Promise<void> {
  const names = await connection.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where oid::text = any($1)`,
    [tables.map(({ oid }) => oid)],
  )
  const deletes = names.map(({ name }) => `DELETE FROM ${name}`)
  await connection.script(`BEGIN; ${quietly(deletes.join('; '))}; COMMIT`)
}
