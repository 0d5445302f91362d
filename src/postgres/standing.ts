import type { View } from '../dialect/kind.ts'
import type { Key, Obj } from '../schema/object.ts'

/**
 * What a plan finds and leaves, as it stands before the first statement. Undefined of what it makes, or makes anew: that has
 * no rows of before, nobody waits for it, and it comes when its own statement does.
 */
export const standing = (k: Key, { before, anew }: View): Obj | undefined => (anew?.has(k) ? undefined : before(k))
