import type { Config } from '../drizzle/config.ts'
import { SluiceError } from '../errors.ts'
import type { Folder, Migration } from '../migrate/folder.ts'
import { checkAsOne } from '../migrate/one-transaction.ts'
import type { Status } from '../migrate/status.ts'
import { standingOf } from './proof-file.ts'
import { notProven } from './standings.ts'

/**
 * What this project and this run ask for before anything is applied.
 * @throws SluiceError `OUT_OF_ORDER`, `TRANSACTION_NOT_ONE`, `PROOF_MISSING`
 */
export async function checkRun(
  folder: Folder,
  { outOfOrder, requireProof }: Pick<Config, 'outOfOrder' | 'requireProof'>,
  oneTransaction: boolean,
  due: readonly Migration[],
  status: Status,
): Promise<void> {
  if (outOfOrder === 'refuse') checkOrder(folder, due, status)
  if (oneTransaction) checkAsOne(due, status)
  if (requireProof) await checkProofs(folder, due)
}

/** The journal says which comes first. */
function checkOrder({ migrations }: Folder, due: readonly Migration[], { applied }: Status): void {
  const newest = applied.at(-1)?.migration
  const late = newest ? due.filter((one) => migrations.indexOf(one) < migrations.indexOf(newest)) : []
  if (newest && late.length > 0)
    throw new SluiceError('OUT_OF_ORDER', { tags: late.map(({ tag }) => tag), applied: newest.tag })
}

async function checkProofs(folder: Folder, due: readonly Migration[]): Promise<void> {
  const lines = due.map(async (one) => ({ tag: one.tag, standing: (await standingOf(folder, one)).standing }))
  const error = notProven(await Promise.all(lines))
  if (error) throw error
}
