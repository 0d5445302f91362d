import { failed } from './errors/failed.ts'
import { input } from './errors/input.ts'
import { refused } from './errors/refused.ts'
import type { ErrorTexts } from './errors/texts.ts'

/** How a command ends: 1 the answer is no, 2 an answer, option or the configuration is missing or wrong, 3 the database or a file failed. */
export type ExitStatus = 1 | 2 | 3 | 130 | 143

const ending = <E extends ExitStatus, T extends ErrorTexts>(exit: E, texts: T) =>
  Object.fromEntries(Object.entries(texts).map(([code, text]) => [code, { exit, ...text }])) as {
    readonly [C in keyof T]: T[C] & { readonly exit: E }
  }

/** Every error that a user can meet, by its code. A code is never renamed and never used for anything else. */
export const errorKinds = {
  ...ending(1, refused),
  ...ending(2, input),
  ...ending(3, failed),
  INTERRUPTED: {
    exit: 130,
    title: 'interrupted',
    hint: 'run the command again: what was not finished was not kept',
  },
  TERMINATED: {
    exit: 143,
    title: 'terminated',
    hint: 'run the command again: what was not finished was not kept',
  },
} as const

export type ErrorCode = keyof typeof errorKinds

/** Plain data about an error: what `--json` prints under `details`. */
export type ErrorDetails = Readonly<Record<string, unknown>>

/** An error that the user can mend: what happened to which object, and the next command to type. */
export class SluiceError extends Error {
  override readonly name = 'SluiceError'
  readonly code: ErrorCode
  readonly details: ErrorDetails
  readonly hint: string
  readonly exit: ExitStatus

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    const { title, hint, exit } = errorKinds[code]
    super(fill(title, details), options)
    this.code = code
    this.details = details
    this.hint = fill(hint, details)
    this.exit = exit
  }
}

/** Stops on a state that no input can bring about: a bug, never the user's mistake. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`defect in Sluice: ${message}`)
}

const fill = (text: string, details: ErrorDetails): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name]
    if (value === undefined) return whole
    return Array.isArray(value) ? value.join(', ') : String(value)
  })
