import { SluiceError } from '../../errors.ts'
import { type Key, keyOf, type Obj } from '../../schema/object.ts'
import { type Declaration, wordsOf } from '../declare/declaration.ts'
import { readComment } from './comment.ts'
import { readComposite } from './composite.ts'
import { readDefaultPrivileges } from './default-privileges.ts'
import { readDeferrable } from './deferrable.ts'
import { readDomain } from './domain.ts'
import { readExclusion } from './exclusion.ts'
import { readExtension } from './extension.ts'
import { readFunction, readProcedure } from './function.ts'
import { readGrant, readRevoke } from './grant.ts'
import { readPartition } from './partition.ts'
import { readPublication } from './publication.ts'
import { readRange } from './range.ts'
import type { Reader } from './reader.ts'
import { readSequenceOptions } from './sequence-options.ts'
import { readTableOptions } from './table-options.ts'
import type { Known } from './target.ts'
import { readTrigger } from './trigger.ts'
import { readViewIndex } from './view-index.ts'

/** The objects that a declaration becomes: first the one that others mean who point to it. */
type Read<G> = (given: G, reader: Reader, known: Known) => readonly Obj[]

/** By the word of the declaration, in the order in which they are read: what makes objects of its own. */
const makers: Readonly<Record<string, Read<never>>> = {
  extension: readExtension,
  domain: readDomain,
  composite: readComposite,
  range: readRange,
  function: readFunction,
  procedure: readProcedure,
  partition: readPartition,
  publication: readPublication,
  trigger: readTrigger,
  exclusion: readExclusion,
  viewIndex: readViewIndex,
  comment: readComment,
}

/** What says more of objects that are there: it returns them as they are then. */
const patchers: Readonly<Record<string, Read<never>>> = {
  tableOptions: readTableOptions,
  sequenceOptions: readSequenceOptions,
  deferrable: readDeferrable,
  defaultPrivileges: readDefaultPrivileges,
  grant: readGrant,
  revoke: readRevoke,
}

/** Objects, and the declarations that each one was made by: there should be one. */
interface Made {
  readonly objects: ReadonlyMap<Key, Obj>
  readonly makers: ReadonlyMap<Key, ReadonlySet<Declaration>>
}

/**
 * Reads what is declared beyond Drizzle, on top of what Drizzle declares.
 * @throws SluiceError `OBJECT_DUPLICATE`, `DECLARATION_INVALID`
 */
export function readDeclared(declared: readonly Declaration[], base: readonly Obj[], reader: Reader): Made {
  const mains = new Map<Declaration, Key>()
  const objects = new Map<Key, Obj>()
  const known: Known = Object.assign(objects, { madeBy: (one: Declaration) => objects.get(mains.get(one)!) })
  for (const object of base) {
    if (objects.has(keyOf(object))) throw new SluiceError('OBJECT_DUPLICATE', { object: keyOf(object) })
    objects.set(keyOf(object), object)
  }
  const made = new Map<Key, Set<Declaration>>()
  for (const [word, read] of Object.entries({ ...makers, ...patchers }))
    for (const one of declared.filter((each) => wordsOf(each).word === word))
      for (const object of (read as Read<object>)(wordsOf(one).given, reader, known)) {
        const k = keyOf(object)
        if (word in makers) made.set(k, (made.get(k) ?? new Set()).add(one))
        if (!mains.has(one)) mains.set(one, k)
        objects.set(k, object)
      }
  return { objects, makers: made }
}
