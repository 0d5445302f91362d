import fc from 'fast-check'
import { postgres } from '../../../src/postgres/postgres.ts'
import { withColumns } from '../../../src/postgres/view-parts.ts'
import type { Obj } from '../../../src/schema/object.ts'
import { Schema } from '../../../src/schema/schema.ts'
import { someExclusions } from './exclusions.ts'
import { someExtensions } from './extensions.ts'
import { someForeignKeys, somePrimaryKeys, someUniques } from './keys.ts'
import { someOwners } from './owners.ts'
import { someRemarks } from './remarks.ts'
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

/** A small state of a database, with hostile names, foreign keys in circles and something of most kinds. */
export const someSchema: fc.Arbitrary<Schema> = fc.tuple(...parts.map(({ some }) => some)).map((drawn) => {
  const objects: Obj[] = [...postgres.empty]
  for (const [i, part] of parts.entries()) objects.push(...part.objects(drawn[i], objects))
  return withColumns(new Schema(objects))
})
