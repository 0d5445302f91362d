/** What a table has besides its children. */
export interface TableAttrs {
  /** ROW LEVEL SECURITY is enabled: because it was asked for, or because the table has a policy. */
  readonly rls: boolean
  /** It was asked for (`.enableRLS()`). Kept for the snapshot; the database knows no difference. */
  readonly rlsDeclared: boolean
}
