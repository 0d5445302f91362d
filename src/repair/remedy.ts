import type { Dialect } from '../dialect/dialect.ts'
import type { Folder } from '../migrate/folder.ts'
import type { Open } from '../proof/replay.ts'
import type { Provider } from '../proof/stand-ins.ts'
import type { Schema } from '../schema/schema.ts'
import type { FindingCode } from './finding.ts'
import type { Workbench } from './workbench.ts'

/** What remedies need besides the folder. */
export interface Tools {
  readonly dialect: Dialect
  readonly open: Open
  readonly providers: readonly Provider[]
  readonly signal: AbortSignal
  /** The folder where it lies, for what git knows of its files. */
  readonly origin: string
  /** Milliseconds since 1970. */
  readonly now: number
  progress(text: string): void
  /** The state that a snapshot of a folder stands for, by its name. */
  state(folder: Folder, snapshot: string): Promise<Schema>
  /** The text of a migration's snapshot, with a state that follows those of the snapshots before it. */
  snapshot(folder: Folder, tag: string, state: Schema): string
}

/** A way to mend what `check` finds in a folder. */
export interface Remedy {
  readonly id: string
  readonly mends: readonly FindingCode[]
  /**
   * Changes the copy. Resolves with what it did, a line each, and with what it cannot do and why; neither where there is
   * nothing to mend.
   */
  apply(bench: Workbench, names: readonly string[], tools: Tools): Promise<Mended>
}

export interface Mended {
  readonly did: readonly string[]
  readonly cannot?: readonly string[]
}
