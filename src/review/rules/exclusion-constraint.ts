import { ident } from '../../postgres/sql/quote.ts'
import { addedConstraints, at, locked, sizeOf, stands } from '../acts.ts'
import type { Rule } from '../rule.ts'

const columns = '"id" bigint PRIMARY KEY, "during" tstzrange'
const before = `CREATE TABLE "bookings" (${columns});`

/** There is no USING INDEX for an exclusion constraint (manual, ALTER TABLE). */
export const exclusionConstraint: Rule = {
  id: 'exclusion-constraint',
  area: 'locks',
  level: 'warn',
  why: 'An exclusion constraint builds its index under an ACCESS EXCLUSIVE lock: nobody reads or writes the table meanwhile. It can neither be built concurrently nor added NOT VALID.',
  fix: 'Have it from the beginning, or add it while nobody needs the table. For a large one: make a new table with the constraint, copy the rows over, and let it take the place of the old one.',
  bad: {
    before,
    migration: 'ALTER TABLE "bookings" ADD CONSTRAINT "no_overlap" EXCLUDE USING gist ("during" WITH &&);',
  },
  good: {
    before: '',
    migration: `CREATE TABLE "bookings" (${columns}, CONSTRAINT "no_overlap" EXCLUDE USING gist ("during" WITH &&));`,
  },
  check: (statement) =>
    addedConstraints(statement).flatMap(({ table, constraint, act }) => {
      const { contype, conname, location } = constraint
      if (contype !== 'CONSTR_EXCLUSION' || !stands(statement, table)) return []
      if (!locked(statement, table, 'access-exclusive')) return []
      return [
        {
          message: `the index of ${ident(conname ?? `${table.name}_excl`)} is built over ${table.sql}${sizeOf(statement, table)}, and nobody reads or writes it meanwhile`,
          fix: '-- sluice:allow exclusion-constraint <why nobody needs the table meanwhile>',
          offset: at(act, location),
        },
      ]
    }),
}
