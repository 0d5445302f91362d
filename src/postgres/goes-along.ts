import type { View } from '../dialect/kind.ts'
import { type Key, kindOf, type Obj } from '../schema/object.ts'

/** What may itself use a table. */
const users = ['function', 'table', 'view', 'materializedView']

/** Does a part go with its table? One that uses a function, a view or another table which goes too is dropped by itself, before both. */
export const goesAlong = ({ parent }: Pick<Obj, 'parent'>, used: readonly Key[], { to }: View): boolean =>
  used.every((k) => to.has(k) || k === parent || !users.includes(kindOf(k)))
