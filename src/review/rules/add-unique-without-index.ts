import { impliedName } from '../../postgres/implied-name.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { addedConstraints, at, locked, script, sizeOf, stands, strings } from '../acts.ts'
import { redefined } from '../column-text.ts'
import { partitionsBefore } from '../partitions.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);'

/** ADD UNIQUE and ADD PRIMARY KEY build their index under ACCESS EXCLUSIVE (manual, ALTER TABLE, USING INDEX). */
export const addUniqueWithoutIndex: Rule = {
  id: 'add-unique-without-index',
  area: 'locks',
  level: 'warn',
  online: true,
  why: 'A unique constraint or a primary key builds its index under an ACCESS EXCLUSIVE lock: nobody reads or writes the table meanwhile.',
  fix: 'Build the unique index first, with CONCURRENTLY, and let the constraint take it over with USING INDEX, which takes no time.',
  bad: { before, migration: 'ALTER TABLE "users" ADD CONSTRAINT "users_email_key" UNIQUE ("email");' },
  good: {
    before,
    migration: script(
      '-- sluice:allow unique-over-rows the import refuses a second row\nCREATE UNIQUE INDEX CONCURRENTLY "users_email_key" ON "users" ("email")',
      'ALTER TABLE "users" ADD CONSTRAINT "users_email_key" UNIQUE USING INDEX "users_email_key"',
    ),
  },
  check: (statement) =>
    addedConstraints(statement).flatMap(({ table, constraint, column, definition, act }) => {
      const { contype, conname, indexname, keys, nulls_not_distinct: nulls, location } = constraint
      const primary = contype === 'CONSTR_PRIMARY'
      if ((!primary && contype !== 'CONSTR_UNIQUE') || indexname || !stands(statement, table)) return []
      if (!locked(statement, table, 'access-exclusive')) return []
      const columns = column === null ? strings(keys) : [column]
      const name = ident(
        conname ??
          (primary ? impliedName(table.name, null, 'pkey') : impliedName(table.name, columns.join('_'), 'key')),
      )
      const list = columns.map(ident).join(', ')
      const carried = strings(constraint.including).map(ident).join(', ')
      const include = carried && ` INCLUDE (${carried})`
      const when = `${constraint.deferrable ? ' DEFERRABLE' : ''}${constraint.initdeferred ? ' INITIALLY DEFERRED' : ''}`
      // Postgres takes an index over neither for a constraint (manual, ALTER TABLE).
      const isRefused = constraint.without_overlaps || partitionsBefore(statement, table) !== null
      const word = primary ? 'PRIMARY KEY' : 'UNIQUE'
      return [
        {
          message: `the index of ${name} is built over ${table.sql}${sizeOf(statement, table)}, and nobody reads or writes it meanwhile`,
          fix: isRefused
            ? '-- sluice:allow add-unique-without-index <why nobody needs the table meanwhile>'
            : script(
                ...(definition ? [`ALTER TABLE ${table.sql} ADD COLUMN ${redefined(definition, [constraint])}`] : []),
                `CREATE UNIQUE INDEX CONCURRENTLY ${name} ON ${table.sql} (${list})${include}${nulls ? ' NULLS NOT DISTINCT' : ''}`,
                `ALTER TABLE ${table.sql} ADD CONSTRAINT ${name} ${word} USING INDEX ${name}${when}`,
              ),
          offset: at(act, location),
        },
      ]
    }),
}
