import { defaultPrivilege, defaultSubjects, migrating } from '../../postgres/default-privilege.ts'
import { both, everybody, givenToAll, less, noRights } from '../../postgres/rights.ts'
import { key, nameOf } from '../../schema/object.ts'
import type { DefaultPrivilegesOptions } from '../declare/default-privileges.ts'
import { granteeName, listOf } from './grant.ts'
import type { Reader } from './reader.ts'
import { type Known, targetKey } from './target.ts'

/** Several of them add up. */
export function readDefaultPrivileges(options: DefaultPrivilegesOptions, reader: Reader, known: Known) {
  const { on } = options
  const parent = options.in && targetKey(options.in, reader, known)
  const place = {
    ...(parent && { schema: nameOf(parent) }),
    role: options.for ? granteeName(options.for) : migrating,
    on,
  }
  const subject = defaultSubjects[on]!
  return listOf('to' in options ? options.to : options.from).map((grantee) => {
    const to = granteeName(grantee)
    const before = known.get(key(defaultPrivilege.name, ...Object.values(place), to))
    const now = defaultPrivilege.is(before)
      ? before.attrs
      : to === everybody && !parent
        ? givenToAll(subject)
        : noRights
    if ('revoke' in options)
      return defaultPrivilege.make({ ...place, to }, less(now, listOf(options.revoke), subject), parent)
    const words = listOf(options.privileges)
    const added = { privileges: words, grantable: options.withGrantOption ? words : [] }
    return defaultPrivilege.make({ ...place, to }, both(now, added, subject), parent)
  })
}
