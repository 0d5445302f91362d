import type { View } from '../dialect/kind.ts'
import type { Key, Pair } from '../schema/object.ts'

/** Do all old labels stay, in their order? Then the new ones are added in place (manual, ALTER TYPE … ADD VALUE). */
export function onlyAdds({ from, to }: Pair<readonly string[]>): boolean {
  const kept = to.filter((value) => from.includes(value))
  return kept.length === from.length && kept.every((value, i) => value === from[i])
}

/** The labels of an enum in a state; undefined where it is somebody else's. */
export const labelsOf = (k: Key, schema: View['to']): readonly string[] | undefined => {
  const values = schema.get(k)?.attrs.values
  return Array.isArray(values) ? (values as readonly string[]) : undefined
}
