import type { Footprint } from './format.ts'
import { ancestors, type Stored } from './read.ts'

/** Two snapshots on different branches that do not go together. */
export interface Conflict {
  readonly one: string
  readonly other: string
  /** What both touch, in drizzle-kit's words: `n|col|public.users.email`. */
  readonly node: string
}

/** The first conflict between the branches that end in these snapshots, as drizzle-kit 1.0 tells one; null where there is none. */
export function conflictOf(heads: readonly Stored[], all: readonly Stored[]): Conflict | null {
  const byId = new Map(all.map((stored) => [stored.json.id, stored]))
  const history = heads.map(({ json }) => ancestors([json.id], byId))
  for (const [i, mine] of history.entries())
    for (const theirs of history.slice(i + 1)) {
      const side = (of: ReadonlySet<string>, not: ReadonlySet<string>) =>
        all.filter(({ json }) => of.has(json.id) && !not.has(json.id)).flatMap(touching)
      const [left, right] = [side(mine, theirs), side(theirs, mine)]
      const found = between(left, right) ?? between(right, left)
      if (found) return found
    }
  return null
}

interface Touching {
  readonly tag: string
  readonly footprint: Footprint
}

const touching = ({ tag, json }: Stored): readonly Touching[] =>
  'footprints' in json ? json.footprints.map((footprint) => ({ tag, footprint })) : []

/** Does the one side write what the other writes or reads? The same change on both sides is none. */
function between(writers: readonly Touching[], others: readonly Touching[]): Conflict | null {
  const touched = new Map<string, Touching[]>()
  for (const other of others)
    for (const node of [...other.footprint.writes, ...(other.footprint.reads ?? [])])
      touched.set(node, [...(touched.get(node) ?? []), other])
  for (const { tag, footprint } of writers)
    for (const node of [...footprint.writes, ...(footprint.sharedWrites ?? [])])
      for (const other of touched.get(node) ?? [])
        if (!isSame(footprint, other.footprint)) return { one: tag, other: other.tag, node }
  return null
}

const isSame = (a: Footprint, b: Footprint) =>
  a.sqlHash !== undefined && a.sqlHash === b.sqlHash && a.statementType === b.statementType
