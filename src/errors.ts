/** How a command ends: 1 the answer is no, 2 an answer, option or the configuration is missing or wrong, 3 the database or a file failed. */
export type ExitStatus = 1 | 2 | 3 | 130 | 143

interface ErrorKind {
  readonly exit: ExitStatus
  readonly title: string
  readonly hint: string
}

/**
 * Every error that a user can meet. `{name}` in a title or hint is filled from the details.
 * A code is never renamed and never reused.
 */
export const errorKinds = {
  OBJECT_DUPLICATE: {
    exit: 2,
    title: '{object} is declared twice',
    hint: 'rename or remove one of the two declarations',
  },
  OBJECT_WITHOUT_PARENT: {
    exit: 2,
    title: '{object} belongs to {parent}, which is not declared',
    hint: 'export {parent} from the schema files',
  },
  PLAN_CYCLE: {
    exit: 3,
    title: 'the statements for {objects} depend on each other in a circle',
    hint: 'this is a defect of Sluice: report it with the two schemas',
  },
} as const satisfies Record<string, ErrorKind>

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
