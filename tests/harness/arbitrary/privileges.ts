import fc from 'fast-check'
import { defaultPrivilege, migrating } from '../../../src/postgres/default-privilege.ts'
import { range } from '../../../src/postgres/range.ts'
import { givenToAll, noRights, spelled } from '../../../src/postgres/rights.ts'
import { role } from '../../../src/postgres/role.ts'
import { schemaKey } from '../../../src/postgres/schema.ts'
import type { Obj } from '../../../src/schema/object.ts'
import { roleNames, schemaNames } from './names.ts'
import { part } from './part.ts'
import { placeOf } from './schemas.ts'

export const someRoles = part({
  some: fc.dictionary(
    fc.constantFrom(...roleNames),
    fc.record({ createDb: fc.boolean(), createRole: fc.boolean(), inherit: fc.boolean() }),
  ),
  objects: (drawn) => Object.entries(drawn).map(([name, attrs]) => role.make({ name }, attrs)),
})

/** Is there a role of this name, or is it one that every server has here? */
export const hasRole = (name: string, there: readonly Obj[]): boolean =>
  ['authenticated', 'public'].includes(name) || there.some((object) => role.is(object) && object.id.name === name)

/** What may be done with new things, and by whom a part of it. */
const possible = {
  tables: { subject: 'table', some: ['insert', 'select'] },
  functions: { subject: 'routine', some: ['execute'] },
  types: { subject: 'type', some: ['usage'] },
} as const

/**
 * Given to a role, or taken from everybody. Not of sequences: those of columns would get them too, and a state has to say of
 * each thing that it holds what came of it.
 */
export const someDefaultPrivileges = part({
  some: fc.uniqueArray(
    fc.record({
      on: fc.constantFrom('tables', 'functions', 'types'),
      to: fc.constantFrom('authenticated', 'public', ...roleNames),
      place: fc.constantFrom(null, ...schemaNames),
      all: fc.boolean(),
    }),
    { selector: ({ on, to, place }) => `${on} ${to} ${place}`, maxLength: 3 },
  ),
  objects: (drawn, there) =>
    drawn.flatMap(({ on, to, place, all }) => {
      // The functions that a range type brings get what is given here, too, and nothing says so of them.
      if (on === 'functions' && there.some(range.is)) return []
      if (!hasRole(to, there) || (place !== null && placeOf(place, there) !== place)) return []
      const { subject, some } = possible[on]
      // Everybody has what functions and types let them do: all that can be said of all schemas is that they have not.
      const isTaken = to === 'public' && givenToAll(subject).privileges.length > 0
      if (isTaken && place !== null) return []
      const privileges = isTaken ? [] : spelled(all ? ['all'] : some, subject)
      const id = { ...(place && { schema: place }), role: migrating, on, to }
      const rights = isTaken ? noRights : { privileges, grantable: [] }
      return [defaultPrivilege.make(id, rights, place ? schemaKey(place) : undefined)]
    }),
})
