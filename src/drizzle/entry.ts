import type { ErrorCode } from '../errors.ts'

/** The code to run: an entry module as text, and where its imports start from. */
export interface Entry {
  readonly code: string
  readonly folder: string
  /** Paths in messages are relative to it. */
  readonly root: string
  /** What to say of code that does not compile or resolve, and of code that throws. */
  readonly errors: { readonly compile: ErrorCode; readonly run: ErrorCode }
}
