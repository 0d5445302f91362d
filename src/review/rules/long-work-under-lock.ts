import {
  acts,
  addedConstraints,
  addedTogether,
  alters,
  commit,
  heldBefore,
  script,
  sizeOf,
  stands,
  tableOf,
} from '../acts.ts'
import { partitionsBefore } from '../partitions.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const before = `CREATE TABLE "users" ("id" bigint PRIMARY KEY);
CREATE TABLE "orders" ("id" bigint PRIMARY KEY, "amount" integer);
ALTER TABLE "orders" ADD CONSTRAINT "orders_amount_positive" CHECK ("amount" > 0) NOT VALID;`
const add = 'ALTER TABLE "users" ADD COLUMN "age" integer'
const validate = 'ALTER TABLE "orders" VALIDATE CONSTRAINT "orders_amount_positive"'

/** Locks are held until the transaction ends (manual 13.3.1). */
export const longWorkUnderLock: Rule = {
  id: 'long-work-under-lock',
  area: 'locks',
  level: 'warn',
  why: 'A lock is held until its transaction ends. The ACCESS EXCLUSIVE lock of an earlier statement, which by itself would last no time, lasts as long as this statement takes, and nobody reads or writes that table meanwhile.',
  fix: 'Let a transaction of its own begin before the long statement: with a line that says -- sluice:commit, or in the next migration.',
  bad: { before, migration: script(add, validate) },
  good: { before, migration: script(add, commit, validate) },
  check: (statement) => {
    const [work] = longWork(statement)
    const held = work && heldBefore(statement, 'access-exclusive')
    if (!held) return []
    return [
      {
        message: `it ${work}, and ${held.table}, which statement ${held.by} has locked, is neither read nor written meanwhile`,
        fix: `${commit}\n${script(statement.text)}`,
      },
    ]
  },
}

/** What takes as long as a table is large, in words. */
function longWork(statement: Statement): readonly string[] {
  const standing = (table: ReturnType<typeof tableOf>) => stands(statement, table)
  return [
    ...acts(statement, 'IndexStmt').flatMap(({ node }) => {
      const table = tableOf(node.relation)
      const isWhole = !node.relation?.inh && partitionsBefore(statement, table) !== null
      return standing(table) && !isWhole ? [`builds an index over ${table.sql}${sizeOf(statement, table)}`] : []
    }),
    ...addedConstraints(statement).flatMap(({ table, constraint: { contype, skip_validation, indexname }, column }) => {
      const reads =
        /CONSTR_(?:FOREIGN|CHECK|UNIQUE|PRIMARY|EXCLUSION)/.test(contype ?? '') && !skip_validation && !indexname
      const empty = column !== null && contype === 'CONSTR_FOREIGN'
      return reads && !empty && standing(table) ? [`reads all of ${table.sql}${sizeOf(statement, table)}`] : []
    }),
    ...alters(statement, 'AT_ValidateConstraint').flatMap(({ table, command: { name = '' } }) =>
      standing(table) && !addedTogether(statement, table, name)
        ? [`reads all of ${table.sql}${sizeOf(statement, table)}`]
        : [],
    ),
    ...acts(statement, 'RefreshMatViewStmt').map(({ node }) => `computes ${tableOf(node.relation).sql} anew`),
  ]
}
