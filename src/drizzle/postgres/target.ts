import { SluiceError } from '../../errors.ts'
import type { Key, Obj } from '../../schema/object.ts'

/** What a declaration says more of. @throws SluiceError `TARGET_NOT_DECLARED` */
export function targetOf(declaration: string, k: Key, known: ReadonlyMap<Key, Obj>): Obj {
  const found = known.get(k)
  if (!found) throw new SluiceError('TARGET_NOT_DECLARED', { declaration, target: k })
  return found
}
