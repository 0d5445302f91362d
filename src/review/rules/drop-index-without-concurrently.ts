import { type Lock, locks } from '../../dialect/kind.ts'
import { index } from '../../postgres/index.ts'
import { dotted } from '../../postgres/sql/quote.ts'
import { acts, heldBefore, listed, script, type TableName } from '../acts.ts'
import type { Rule } from '../rule.ts'
import type { Statement } from '../statement.ts'

const before = `CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);
CREATE INDEX "users_email_idx" ON "users" ("email");`

/** DROP INDEX takes ACCESS EXCLUSIVE on the table of the index (manual, DROP INDEX). */
export const dropIndexWithoutConcurrently: Rule = {
  id: 'drop-index-without-concurrently',
  area: 'locks',
  level: 'warn',
  online: true,
  why: 'A plain DROP INDEX takes an ACCESS EXCLUSIVE lock on the table: it waits for every query that is running there, and all that come later wait behind it.',
  fix: 'DROP INDEX CONCURRENTLY waits without keeping others out. It runs outside of a transaction, which `sluice migrate` sees to.',
  bad: { before, migration: 'DROP INDEX "users_email_idx";' },
  good: { before, migration: 'DROP INDEX CONCURRENTLY "users_email_idx";' },
  check: (statement) =>
    acts(statement, 'DropStmt').flatMap(({ node, act }) => {
      if (node.removeType !== 'OBJECT_INDEX' || node.concurrent) return []
      const named = (node.objects ?? []).map(listed)
      return named
        .filter((one) => locksOthers(statement, one))
        .map(({ schema, name, sql }) => ({
          message: `the index ${sql} is dropped while its table is locked against reads and writes`,
          fix: script(`DROP INDEX CONCURRENTLY${node.missing_ok ? ' IF EXISTS' : ''} ${dotted(schema, name)}`),
          offset: act.offset,
        }))
    }),
}

/**
 * The table is not named: an index of a table that the migration made, or that is not there, keeps nobody waiting. A lock
 * that the transaction held already is not seen again: then it counts that the index was there.
 */
function locksOthers(statement: Statement, { schema, name }: TableName): boolean {
  const { seen, made, migration } = statement
  if (!seen?.locks) return true
  const isStrong = ([table, lock]: [string, Lock]) =>
    !made.has(table) && locks.indexOf(lock) >= locks.indexOf('access-exclusive')
  const stood = () =>
    [...(migration.before ?? [])].some((one) => index.is(one) && one.id.schema === schema && one.id.name === name)
  return (
    Object.entries(seen.locks).some(isStrong) || (heldBefore(statement, 'access-exclusive') !== undefined && stood())
  )
}
