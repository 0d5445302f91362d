import type { OddityCode } from '../migrate/oddity.ts'

/** What `sluice check` calls the things that are wrong with a history, as far as rules speak of them. */
export type DiagnosisCode = OddityCode | 'branchesConflict' | 'edited' | 'historyDiffers'

/** Something that is wrong with a history, about one of its migrations or files. */
export interface Diagnosis {
  readonly code: DiagnosisCode
  /** What is so, and of what. */
  readonly says: string
  /** The command that mends it, or what to do. */
  readonly remedy: string
  /** Who tells: `the journal and the snapshots`, `the ledger`, or an engine that ran it. */
  readonly by: string
}
