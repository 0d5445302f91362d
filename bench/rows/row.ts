import type { Contestant } from '../measure.ts'
import type { Tool } from '../tools.ts'

/** What a row is to be held against: `times` the median of another column, or a number of its own. */
export type Budget =
  | { readonly times: number; readonly of: string }
  | { readonly ms: number }
  | { readonly innerMs: number; readonly mb?: number }
  | { readonly mb: number }

/** One line of the results. */
export interface Row {
  readonly name: string
  /** The first is ours. */
  readonly contestants: readonly Contestant[]
  readonly budget: Budget
  /** How long another column took on the machine that budgets in milliseconds were set on. */
  readonly reference?: { readonly of: string; readonly ms: number }
}

/** What a group of rows is made with. */
export interface Bench {
  /** A folder that is removed afterwards. */
  readonly home: string
  /** drizzle-kit 1.0, where it could be installed. */
  readonly newKit: Tool | undefined
  /** The address of a new, empty database on a real server. */
  readonly database: () => Promise<string>
}
