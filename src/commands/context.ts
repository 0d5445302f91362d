import type { MigrateEvent } from '../migrate/outcome.ts'

/** What a command needs from whoever runs it. */
export interface Context {
  /** An absolute path. */
  readonly cwd: string
  /** Aborted when the run is to end; the reason is the error to end with. */
  readonly signal: AbortSignal
  /** Asks the person at the terminal; null where there is none. */
  readonly prompt: Prompt | null
  /** A line of the result, as soon as it is known. */
  report(line: string): void
  /** A line beside the result. */
  warn(line: string): void
  /** What is being done right now: replaced by the next one and removed at the end; nothing where nobody looks. */
  progress(text: string): void
  /** Each step of a run of migrations, for a program. */
  event?(event: MigrateEvent): void
}

/** Questions to a person. Each throws `INTERRUPTED` when the person leaves. */
export interface Prompt {
  /** The text, or `fallback` when nothing is typed. */
  text(message: string, fallback: string): Promise<string>
  choose<T extends string>(message: string, choices: readonly Choice<T>[]): Promise<T>
  /** `no` is what Enter means. */
  confirm(message: string): Promise<boolean>
}

export interface Choice<T extends string> {
  readonly value: T
  readonly label: string
}
