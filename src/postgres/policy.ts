export interface PolicyAttrs {
  readonly as: 'permissive' | 'restrictive'
  readonly for: 'all' | 'select' | 'insert' | 'update' | 'delete'
  /** Role names, sorted; `public`, `current_user` and the like are words, not names. */
  readonly to: readonly string[]
  readonly using: string | null
  readonly withCheck: string | null
}
