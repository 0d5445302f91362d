import { type Connection, DatabaseError } from '../dialect/connection.ts'
import type { Condition } from '../dialect/kind.ts'
import { SluiceError } from '../errors.ts'
import type { Migration } from './folder.ts'
import type { Refusal } from './outcome.ts'
import { isTransient } from './run.ts'

/**
 * Asks, inside the open transaction, whether the rows are such that the migration can run. Whatever a query does, it
 * changes nothing.
 *
 * @throws SluiceError `CONDITION_REFUSED` with the counts, `CONDITION_FAILED` when a query fails.
 */
export async function checkConditions(
  connection: Connection,
  { tag }: Migration,
  conditions: readonly Condition[],
): Promise<void> {
  const asked = conditions.filter(({ since = 0 }) => since <= connection.version)
  if (asked.length === 0) return
  await connection.script('savepoint sluice_conditions; set transaction read only')
  const refused: Refusal[] = []
  for (const { query, says } of asked) {
    const rows = await count(connection, query).catch((error: unknown) => {
      if (!(error instanceof DatabaseError) || error.state === '' || isTransient(error)) throw error
      throw new SluiceError('CONDITION_FAILED', { tag, says, message: error.message, query }, { cause: error })
    })
    if (rows > 0) refused.push({ says, rows, query })
  }
  // Going back to the savepoint also ends the read-only mode.
  await connection.script('rollback to savepoint sluice_conditions; release savepoint sluice_conditions')
  if (refused.length === 0) return
  const reasons = refused.map(({ says, rows }) => `${says} (${rows} ${rows === 1 ? 'row' : 'rows'})`)
  throw new SluiceError('CONDITION_REFUSED', { tag, reasons, refused })
}

async function count(connection: Connection, query: string): Promise<number> {
  const [row] = await connection.query(query)
  return Number(Object.values(row ?? {})[0] ?? 0)
}
