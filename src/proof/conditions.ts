import type { Connection } from '../dialect/connection.ts'
import { DatabaseError } from '../dialect/connection.ts'
import type { Dialect } from '../dialect/dialect.ts'
import type { Plan } from '../plan/plan.ts'
import type { Stated } from './proof.ts'
import { clear } from './seed.ts'
import type { Shape } from './shape.ts'

/** The conditions of a plan, each with the number that its statement has in the file. */
export function conditionsOf({ steps }: Plan, dialect: Dialect): readonly Stated[] {
  let number = 0
  return steps.flatMap(({ sql, conditions }) => {
    number += dialect.split(sql).length
    return conditions.map((condition) => ({ statement: number, ...condition }))
  })
}

/**
 * Those that can be asked before the migration. One that speaks of what the migration only makes, a label or another type,
 * is left to its statement: asked, it would stop `migrate` for ever.
 */
export async function askable(connection: Connection, conditions: readonly Stated[]): Promise<readonly Stated[]> {
  const found: Stated[] = []
  for (const condition of conditions)
    try {
      await connection.query(`EXPLAIN ${condition.query}`)
      found.push(condition)
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.state === '57014') throw error
    }
  return found
}

/** The conditions that do not hold, as `migrate` says them: `rows of "public"."users" have no "name" (2 rows)`. */
export async function brokenOf(connection: Connection, conditions: readonly Stated[]): Promise<string[]> {
  const broken: string[] = []
  for (const condition of conditions) {
    const count = await offending(connection, condition)
    if (count > 0) broken.push(`${condition.says} (${count} row${count === 1 ? '' : 's'})`)
  }
  return broken
}

/**
 * Removes rows of these tables until all conditions hold: one by one those whose absence helps; where that is not enough, all of
 * them. Returns the number of rows removed.
 */
export async function obey(
  connection: Connection,
  conditions: readonly Stated[],
  tables: readonly Shape[],
): Promise<number> {
  const size = async () => {
    const counts = tables.map(({ sql }) => `(select count(*)::int4 from ${sql})`)
    const [row] = await connection.query<{ n: number }>(`select ${counts.join(' + ') || '0'} as n`)
    return row!.n
  }
  const before = await size()
  for (const condition of conditions) {
    let against = await offending(connection, condition)
    for (const { sql } of tables.filter(({ sql }) => condition.query.includes(sql))) {
      if (against === 0) break
      const rows = await connection.query<{ ctid: string }>(`select ctid::text from ${sql} order by ctid desc`)
      for (const { ctid } of rows) {
        if (against === 0) break
        against = await without(connection, condition, sql, ctid, against)
      }
    }
    if (against > 0) {
      await clear(connection, tables)
      break
    }
  }
  return before - (await size())
}

/** Deletes a row if that leaves fewer against the condition. */
async function without(connection: Connection, condition: Stated, table: string, ctid: string, against: number) {
  try {
    await connection.script('begin')
    await connection.script(`delete from ${table} where ctid = '${ctid}'`)
    const now = await offending(connection, condition)
    await connection.script(now < against ? 'commit' : 'rollback')
    return Math.min(now, against)
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.state === '57014') throw error
    await connection.script('rollback')
    return against
  }
}

/** How many rows stand against it. A query that fails says nothing: the statement that it speaks for will fail too. */
async function offending(connection: Connection, { query }: Stated): Promise<number> {
  const [row] = await connection.query(query).catch((error: unknown) => {
    if (!(error instanceof DatabaseError) || error.state === '57014') throw error
    return []
  })
  return Number(Object.values(row ?? {})[0] ?? 0)
}
