import { SluiceError } from '../../errors.ts'
import { column } from '../../postgres/column.ts'
import { type GrantAttrs, givenOn, grant, subjects } from '../../postgres/grant.ts'
import { both, everybody, less, noRights, type Rights, type Subject } from '../../postgres/rights.ts'
import { sequence } from '../../postgres/sequence.ts'
import { type Key, key, kindOf, type Obj } from '../../schema/object.ts'
import type { GrantOptions, GrantTarget, RevokeOptions } from '../declare/grant.ts'
import type { Grantee } from '../declare/target.ts'
import type { Reader } from './reader.ts'
import { idOf, type Known, targetKey } from './target.ts'

/** Several grants add up. Without one a role may do nothing that it could be granted; everybody keeps what they may at first. */
export function readGrant({ on, privileges, to, withGrantOption }: GrantOptions, reader: Reader, known: Known) {
  const words = listOf(privileges)
  const added = { privileges: words, grantable: withGrantOption ? words : [] }
  return grantsOn(listOf(on), listOf(to), reader, known, ({ subject, role, now, first }) =>
    both(now ?? (role === everybody ? first : noRights), added, subject),
  )
}

/** What is left of what somebody was granted, or may do at first. */
export function readRevoke({ on, privileges, from }: RevokeOptions, reader: Reader, known: Known) {
  return grantsOn(listOf(on), listOf(from), reader, known, ({ subject, now, first }) =>
    less(now ?? first, listOf(privileges), subject),
  )
}

interface Before {
  readonly subject: Subject
  readonly role: string
  /** What has been declared so far. */
  readonly now: Rights | undefined
  /** What they may do without a grant. */
  readonly first: Rights
}

function grantsOn(
  targets: readonly GrantTarget[],
  roles: readonly Grantee[],
  reader: Reader,
  known: Known,
  rights: (before: Before) => Rights,
): readonly Obj[] {
  return targets.flatMap((target) => {
    const { parent, of, generator } = placeOf(target, reader, known)
    const id = idOf(parent, known)
    const subject = subjects[of]
    if (!subject) throw new SluiceError('DECLARATION_INVALID', { says: `nothing can be granted on a ${of}` })
    return roles.map(granteeName).map((role) => {
      const names = Object.values(id)
      const before = known.get(key(grant.name, ...names, of, role))
      const now = grant.is(before) ? before.attrs : undefined
      const first = givenOn(names, of, role, (k) => known.get(k))
      return grant.make({ ...id, of, to: role }, { ...rights({ subject, role, now, first }), generator }, parent)
    })
  })
}

interface Place extends Pick<GrantAttrs, 'generator'> {
  readonly parent: Key
  readonly of: string
}

function placeOf(target: GrantTarget, reader: Reader, known: Known): Place {
  if (!('sequenceOf' in target)) {
    const parent = targetKey(target, reader, known)
    return { parent, of: kindOf(parent), generator: null }
  }
  const parent = reader.column(target.sequenceOf)
  const found = known.get(parent)
  const generator = column.is(found) && (found.attrs.serial ? 'serial' : found.attrs.identity ? 'identity' : undefined)
  if (!generator) throw new SluiceError('DECLARATION_INVALID', { says: `${parent} has no sequence of its own` })
  return { parent, of: sequence.name, generator }
}

/** One or several as several. */
export const listOf = <T>(some: T | readonly T[]): readonly T[] => (Array.isArray(some) ? some : [some as T])

/** The name of a role. */
export const granteeName = (role: Grantee): string => (typeof role === 'string' ? role : role.name)
