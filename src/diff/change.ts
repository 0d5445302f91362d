import type { Key, Obj } from '../schema/object.ts'

/** One difference. Four verbs, whatever the kind; `key` is the one that the object has after the plan's renames. */
export type Change =
  | { readonly verb: 'create'; readonly key: Key; readonly to: Obj }
  | { readonly verb: 'drop'; readonly key: Key; readonly from: Obj }
  | {
      readonly verb: 'alter'
      readonly key: Key
      readonly from: Obj
      readonly to: Obj
      readonly attrs: readonly string[]
    }
  | {
      readonly verb: 'rename'
      readonly key: Key
      readonly from: Obj
      readonly to: Obj
      /** It makes room for another one that takes its name, and goes after that. */
      readonly aside?: true
    }

/** The object that a change is about: as it will be, or as it was where it goes. */
export const subject = (change: Change): Obj => (change.verb === 'drop' ? change.from : change.to)
