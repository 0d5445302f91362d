import fc from 'fast-check'
import { postgres } from '../../../src/postgres/postgres.ts'
import type { Obj } from '../../../src/schema/object.ts'
import { Schema } from '../../../src/schema/schema.ts'
import { someForeignKeys, somePrimaryKeys, someUniques } from './keys.ts'
import { someOwners } from './owners.ts'
import { someRemarks } from './remarks.ts'
import { someCalls, someReaders, someTriggers } from './routines.ts'
import { someDomains, someEnums, someSchemas, someSequences } from './schemas.ts'
import { someTables } from './tables.ts'
import { someChecks, someIndexes, somePolicies } from './texts.ts'

/** In the order in which they are made: what refers to others comes after them. */
const parts = [
  someSchemas,
  someEnums,
  someDomains,
  someSequences,
  someCalls,
  someTables,
  someOwners,
  somePrimaryKeys,
  someUniques,
  someForeignKeys,
  someChecks,
  someIndexes,
  somePolicies,
  someReaders,
  someTriggers,
  someRemarks,
]

/** A small state of a database, with hostile names, foreign keys in circles and something of every kind. */
export const someSchema: fc.Arbitrary<Schema> = fc.tuple(...parts.map(({ some }) => some)).map((drawn) => {
  const objects: Obj[] = [...postgres.empty]
  for (const [i, part] of parts.entries()) objects.push(...part.objects(drawn[i], objects))
  return new Schema(objects)
})
