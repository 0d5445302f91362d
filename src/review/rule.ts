import type { Place } from '../dialect/place.ts'
import type { findingLevels } from '../drizzle/user-config.ts'
import type { Conventions } from './conventions.ts'
import type { DiagnosisCode } from './diagnosis.ts'
import type { Statement } from './statement.ts'

/** How much a finding weighs, most first. Only errors end a run with 1. */
export type Level = (typeof findingLevels)[number]

/** What a rule is about: the chapters of the list of rules. */
export const areas = {
  locks: 'Locks and rewrites',
  loss: 'Loss and compatibility',
  correctness: 'Correctness',
  design: 'Design',
  rls: 'Row-level security',
  history: 'History',
} as const

/** One thing that review looks for. A finding is what `check` says, with all that the engine knows besides. */
export interface Rule {
  readonly id: string
  readonly area: keyof typeof areas
  /** `off`: nobody is told until the config gives it a level. */
  readonly level: Level | 'off'
  /** What goes wrong, as sentences: the lock and who waits, or what is lost. */
  readonly why: string
  /** What to do instead, in general; a finding has it as SQL with its own names. */
  readonly fix: string
  /** A migration that it finds something in, and it alone. */
  readonly bad: Example
  /** The same done well: no rule finds anything. */
  readonly good: Example
  /** It speaks of a loss, and says nothing of what `generate` planned: nothing is written there before somebody agrees. */
  readonly agreeable?: boolean
  /** What it finds fails every time, so that to silence it helps nobody. */
  readonly fails?: boolean
  /** `generate` writes it otherwise where the config says `online: true`. */
  readonly online?: boolean
  /** What is wrong with the history of a migration under these codes is found of it as a whole. */
  readonly diagnoses?: readonly DiagnosisCode[]
  check?(statement: Statement): Iterable<Found>
}

/** A migration for the page of a rule, which a test runs. */
export interface Example {
  /** SQL that makes the state before it. */
  readonly before: string
  readonly migration: string
  readonly config?: Partial<Conventions>
  /** The oldest major version of the server. Default: the planner's. */
  readonly postgres?: number
  /** For rules about a history: files of the project that are not as drizzle-kit would have left them; null for one that is not there. */
  readonly files?: Readonly<Record<string, string | null>>
  /** For the same: what the database has run as this migration, where it is asked. */
  readonly applied?: string
}

/** What a rule says of a statement. */
export interface Found {
  /** What the statement does, to what. */
  readonly message: string
  /** SQL ready to paste, or what to do where that is no SQL. */
  readonly fix: string
  /** Where in the statement's text: UTF-16 code units from 0. Default: at its beginning. */
  readonly offset?: number
}

/** Something that review says about a statement. */
export interface Finding extends Place {
  readonly rule: string
  readonly level: Level
  /** The path of the file, from the working directory, with forward slashes. */
  readonly file: string
  /** From 1; null where it is of the whole file. */
  readonly statement: number | null
  readonly message: string
  readonly why: string
  readonly fix: string
  readonly evidence: Evidence
}

/** What a finding rests on. */
export interface Evidence {
  /** `observation`: the statement ran, and this is what it did. `text`: it is judged by what it says alone. `history`: by its files or the ledger. */
  readonly by: 'observation' | 'text' | 'history'
  /** The engine that it ran on, why it did not run, or who tells of the history. */
  readonly says: string
  /** The strongest lock by table; empty where none can be seen. */
  readonly locks: Readonly<Record<string, string>>
  readonly rewrote: readonly string[]
}
