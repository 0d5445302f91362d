/** Whether a constraint can wait until the end of a transaction, and whether it does so by itself; null: it cannot. */
export type Deferrable = 'immediate' | 'deferred' | null

/** What follows a constraint that can wait. */
export const deferrableClause = (when: Deferrable): string =>
  when === null ? '' : ` DEFERRABLE INITIALLY ${when.toUpperCase()}`
