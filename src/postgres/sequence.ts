/** A sequence that no column owns. Numbers are text; `null`: the server's default. */
export interface SequenceAttrs {
  readonly increment: string | null
  readonly start: string | null
  readonly min: string | null
  readonly max: string | null
  readonly cache: string | null
  readonly cycle: boolean
}
