import type { Connection } from '../dialect/connection.ts'
import type { Config } from '../drizzle/config.ts'
import { SluiceError } from '../errors.ts'
import type { Folder } from '../migrate/folder.ts'
import { oddities } from '../migrate/history.ts'
import { withSquashed } from '../migrate/squashed.ts'
import { readStatus } from '../migrate/status.ts'
import { fromLedger } from '../repair/applied.ts'
import { type Finding, finding, fromOddity } from '../repair/finding.ts'
import { newestIn } from './folders-state.ts'

/** What journal, files and snapshots say of a history. */
export const ofFolder = (folder: Folder, config: Config): readonly Finding[] => [
  ...oddities(folder).map((oddity) => fromOddity(oddity)),
  ...forks(folder, config),
]

/** What the ledger of a database says of it. */
export const ofLedger = async (connection: Connection, folder: Folder, { ledger }: Config) =>
  fromLedger(withSquashed(await readStatus(connection, folder, ledger)))

/** Branches that drizzle-kit 1.0 does not merge. Where the snapshots cannot be read, another finding says so. */
function forks(folder: Folder, { root }: Config): readonly Finding[] {
  if (folder.layout === 'v0') return []
  try {
    newestIn(folder, root)
    return []
  } catch (error) {
    unlessOfSnapshot(error)
    const { code, details } = error as SluiceError
    return code === 'SNAPSHOT_BRANCHES_CONFLICT'
      ? finding('branchesConflict', [`${details.one}`, `${details.other}`])
      : []
  }
}

/** Lets pass that a snapshot cannot be read: a finding of its own says so. */
export function unlessOfSnapshot(error: unknown): undefined {
  if (error instanceof SluiceError && error.code.startsWith('SNAPSHOT_')) return undefined
  throw error
}
