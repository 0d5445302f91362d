import { type Key, keyOf, type Obj } from '../../schema/object.ts'
import { type Declaration, wordsOf } from '../declare/declaration.ts'
import { readDeferrable } from './deferrable.ts'
import type { Reader } from './reader.ts'
import { readTableOptions } from './table-options.ts'

/** The objects that a declaration becomes. `known` are those that are there already, by their keys. */
type Read<G> = (given: G, reader: Reader, known: ReadonlyMap<Key, Obj>) => readonly Obj[]

/** By the word of the declaration, in the order in which they are read: what makes objects of its own. */
const makers: Readonly<Record<string, Read<never>>> = {}

/** What says more of objects that are there: it returns them as they are then. */
const patchers: Readonly<Record<string, Read<never>>> = { tableOptions: readTableOptions, deferrable: readDeferrable }

/** Objects, and the declarations that each one was made by: there should be one. */
interface Made {
  readonly objects: readonly Obj[]
  readonly makers: ReadonlyMap<Key, ReadonlySet<Declaration>>
}

/** Reads what is declared beyond Drizzle, on top of what Drizzle declares. */
export function readDeclared(declared: readonly Declaration[], base: readonly Obj[], reader: Reader): Made {
  const known = new Map(base.map((object) => [keyOf(object), object]))
  const made = new Map<Key, Set<Declaration>>()
  for (const [word, read] of Object.entries({ ...makers, ...patchers }))
    for (const one of declared.filter((each) => wordsOf(each).word === word))
      for (const object of (read as Read<object>)(wordsOf(one).given, reader, known)) {
        const k = keyOf(object)
        if (word in makers) made.set(k, (made.get(k) ?? new Set()).add(one))
        known.set(k, object)
      }
  return { objects: [...known.values()], makers: made }
}
