import fc from 'fast-check'
import { postgres } from '../../../src/postgres/postgres.ts'
import { withColumns } from '../../../src/postgres/view-parts.ts'
import type { Obj } from '../../../src/schema/object.ts'
import { Schema } from '../../../src/schema/schema.ts'
import { someExclusions } from './exclusions.ts'
import { someExtensions } from './extensions.ts'
import { someForeignKeys, somePrimaryKeys, someUniques } from './keys.ts'
import { someOwners } from './owners.ts'
import type { Part } from './part.ts'
import { someDefaultPrivileges, someRoles } from './privileges.ts'
import { somePublications } from './publications.ts'
import { someMoreRemarks, someRemarks } from './remarks.ts'
import { someCalls, someReaders, someTriggers } from './routines.ts'
import { someSchemas, someSequences } from './schemas.ts'
import { someTables } from './tables.ts'
import { someChecks, someIndexes, somePolicies } from './texts.ts'
import { someComposites, someDomains, someEnums, someRanges } from './types.ts'
import { someMaterializedViews, someViews } from './views.ts'

/** In the order in which they are made: what refers to others comes after them. */
const parts = [
  someSchemas,
  someExtensions,
  someEnums,
  someDomains,
  someComposites,
  someRanges,
  someSequences,
  someCalls,
  someTables,
  someOwners,
  somePrimaryKeys,
  someUniques,
  someForeignKeys,
  someExclusions,
  someChecks,
  someIndexes,
  somePolicies,
  someReaders,
  someTriggers,
  someViews,
  someMaterializedViews,
  someRemarks,
]

/** What was thought of later is drawn by itself, so that the states of a seed stay the same. */
const laterParts = [someRoles, somePublications, someDefaultPrivileges, someMoreRemarks]

/** A small state of a database, with hostile names, foreign keys in circles and something of most kinds. */
export const someSchema: fc.Arbitrary<Schema> = fc.tuple(...parts.map(({ some }) => some)).map((drawn) => {
  return withColumns(added(parts, drawn, postgres.empty))
})

/** Roles, publications and default privileges, which a state can have besides. */
export const someAdditions = fc
  .tuple(...laterParts.map(({ some }) => some))
  .map((drawn) => (schema: Schema) => added(laterParts, drawn, schema))

function added(parts: readonly Part<unknown>[], drawn: readonly unknown[], to: Schema): Schema {
  const objects: Obj[] = [...to]
  for (const [i, part] of parts.entries()) objects.push(...part.objects(drawn[i], objects))
  return new Schema(objects)
}
