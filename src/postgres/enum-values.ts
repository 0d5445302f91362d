import type { View } from '../dialect/kind.ts'
import type { Key, Pair } from '../schema/object.ts'

/** Do all old labels stay, in their order? Then the new ones are added in place (manual, ALTER TYPE … ADD VALUE). */
export function onlyAdds({ from, to }: Pair<readonly string[]>): boolean {
  const kept = to.filter((value) => from.includes(value))
  return kept.length === from.length && kept.every((value, i) => value === from[i])
}

/** Is the enum made anew in this plan? A column that leaves it has then been text since. */
export function isRemade(k: Key, { from, to }: View): boolean {
  const values = { from: from.get(k)?.attrs.values, to: to.get(k)?.attrs.values }
  return Array.isArray(values.from) && Array.isArray(values.to) && !onlyAdds({ from: values.from, to: values.to })
}
