import { type Lock, locks } from '../dialect/kind.ts'
import type { Reviewed } from './statement.ts'

/** A lock on a table that was there before, and how long it is held. */
export interface Held {
  /** `public.users` */
  readonly table: string
  readonly lock: Lock
  /** The statement that takes it, and the last one of the transaction that holds it; from 1. */
  readonly from: number
  readonly to: number
}

/** The locks of a migration as far as they were seen, what is held over the most statements first. */
export function timelineOf({ statements }: Reviewed): readonly Held[] {
  const held: Held[] = []
  for (const { number, seen, transaction, made } of statements) {
    const to = transaction.statements.at(-1)!.number
    for (const [table, lock] of Object.entries(seen?.locks ?? {})) {
      const stronger = held.some((one) => one.table === table && one.to === to && !weaker(one.lock, lock))
      if (lock !== 'access-share' && !stronger && !made.has(table)) held.push({ table, lock, from: number, to })
    }
  }
  return held.sort((a, b) => b.to - b.from - (a.to - a.from) || locks.indexOf(b.lock) - locks.indexOf(a.lock))
}

const weaker = (one: Lock, other: Lock): boolean => locks.indexOf(one) < locks.indexOf(other)
