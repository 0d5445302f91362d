export interface EnumAttrs {
  /** The labels in sort order. */
  readonly values: readonly string[]
}
