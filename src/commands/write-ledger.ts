import type { Connection } from '../dialect/connection.ts'
import { createLedger, type Ledger } from '../migrate/ledger.ts'
import { takeLock } from '../migrate/lock.ts'

/** Runs statements about a ledger, all or none, and then those that take no transaction; under the lock of the runs. */
export async function writeLedger(
  connection: Connection,
  ledger: Ledger,
  together: readonly string[],
  alone: readonly string[] = [],
): Promise<void> {
  const lock = await takeLock(connection, ledger, { limit: 60_000, onWait: () => {} })
  try {
    if (together.length > 0) {
      await createLedger(connection, ledger)
      await connection.script(['begin', ...together, 'commit'].join('; '))
    }
    for (const sql of alone) await connection.script(sql)
  } catch (error) {
    await connection.script('rollback').catch(() => {})
    throw error
  } finally {
    await lock.release()
  }
}
