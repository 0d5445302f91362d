import { type Connection, DatabaseError } from '../dialect/connection.ts'
import type { Unit } from '../migrate/unit.ts'
import { ident } from '../postgres/sql/quote.ts'
import { quietly } from './quietly.ts'
import { ended } from './run.ts'
import type { Shape } from './shape.ts'

/**
 * Removes the made-up rows that stop the last statement of a transaction, where they lie in one table that it names.
 * Returns how many are left in all tables; 0, and removes none, where no row of such a table passes.
 */
export async function spare(connection: Connection, unit: Unit, tables: readonly Shape[]): Promise<number> {
  if (unit.alone || unit.begin || unit.close) return 0
  const { text } = unit.statements.at(-1)!
  for (const table of tables.filter(({ sql }) => text.includes(sql))) {
    if (!(await keepThoseThatPass(connection, unit, table))) continue
    await removeOrphans(connection, table, tables)
    const counts = tables.map(({ sql }) => `(select count(*)::int4 from ${sql})`)
    const [row] = await connection.query<{ n: number }>(`select ${counts.join(' + ')} as n`)
    return row!.n
  }
  return 0
}

/** Puts the rows of a table aside and back one by one. A deleted row would not do: an index that is built evaluates it still. */
async function keepThoseThatPass(connection: Connection, unit: Unit, { sql, columns }: Shape): Promise<boolean> {
  const names = columns.map(({ name }) => ident(name)).join(', ')
  const aside = `create temporary table sluice_aside as select row_number() over () as sluice_row, * from ${sql}`
  const back = (where: string) =>
    quietly(`insert into ${sql} (${names}) overriding system value select ${names} from pg_temp.sluice_aside ${where}`)
  await connection.script(`begin; ${aside}; ${quietly(`delete from ${sql}`)}; commit`)
  const rows = await connection.query<{ n: string }>('select sluice_row as n from pg_temp.sluice_aside order by 1')
  let kept = 0
  for (const { n } of rows) {
    const row = back(`where sluice_row = ${n}`)
    if (!(await passes(connection, [row, ...unit.statements.map(({ text }) => text)]))) continue
    await connection.script(`begin; ${row}; commit`)
    kept += 1
  }
  const rest = kept === 0 ? back('') : 'select 1'
  await connection.script(`begin; ${rest}; drop table pg_temp.sluice_aside; commit`)
  return kept > 0
}

/** Do these run in one transaction? What they do is rolled back. */
async function passes(connection: Connection, scripts: readonly string[]): Promise<boolean> {
  try {
    await connection.script('begin')
    for (const script of scripts) await connection.script(script)
    return true
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.state === ended) throw error
    return false
  } finally {
    await connection.script('rollback').catch(() => {}) // an engine that was ended has rolled back by itself
  }
}

/** Removes the rows that refer to nothing any more, and those that refer to them. */
async function removeOrphans(connection: Connection, table: Shape, tables: readonly Shape[]): Promise<void> {
  const open = [table]
  for (let target = open.pop(); target; target = open.pop())
    for (const { sql, foreignKeys } of tables)
      for (const { columns, targetColumns, target: name } of foreignKeys) {
        if (name !== target.name) continue
        const equal = columns.map((column, i) => `o.${ident(targetColumns[i]!)} = t.${ident(column)}`).join(' and ')
        const refers = columns.map((column) => `t.${ident(column)} is not null`).join(' and ')
        const orphan = `${refers} and not exists (select from ${target.sql} as o where ${equal})`
        const gone = await connection.query(`select from ${sql} as t where ${orphan}`)
        if (gone.length === 0) continue
        await connection.script(`begin; ${quietly(`delete from ${sql} as t where ${orphan}`)}; commit`)
        open.push(tables.find((one) => one.sql === sql)!)
      }
}
