export interface CheckAttrs {
  /** The text between the parentheses. */
  readonly expression: string
}
