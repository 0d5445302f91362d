import { type Lock, locks } from '../../dialect/kind.ts'
import { type Index, index } from '../../postgres/index.ts'
import { acts, heldBefore, listed, named, script, type TableName } from '../acts.ts'
import { partitionsBefore } from '../partitions.ts'
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
      return (node.objects ?? [])
        .map(listed)
        .filter((one) => locksOthers(statement, one))
        .map((one) => ({
          message: `the index ${one.sql} is dropped while its table is locked against reads and writes`,
          fix: isOfPartitions(statement, one)
            ? '-- sluice:allow drop-index-without-concurrently <why nobody needs the table meanwhile>'
            : script(`DROP INDEX CONCURRENTLY${node.missing_ok ? ' IF EXISTS' : ''} ${one.sql}`),
          offset: act.offset,
        }))
    }),
}

/**
 * The table is not named: an index of a table that the migration made, or that is not there, keeps nobody waiting. A lock
 * that the transaction held already is not seen again: then it counts that the index was there.
 */
function locksOthers(statement: Statement, name: TableName): boolean {
  const { seen, made } = statement
  if (!seen?.locks) return true
  const isStrong = ([table, lock]: [string, Lock]) =>
    !made.has(table) && locks.indexOf(lock) >= locks.indexOf('access-exclusive')
  if (Object.entries(seen.locks).some(isStrong)) return true
  return heldBefore(statement, 'access-exclusive') !== undefined && standing(statement, name) !== undefined
}

const standing = ({ migration: { before } }: Statement, { schema, name }: TableName): Index | undefined =>
  [...(before ?? [])].filter(index.is).find(({ id }) => id.schema === schema && id.name === name)

/** CONCURRENTLY is refused for the index of a partitioned table. */
function isOfPartitions(statement: Statement, name: TableName): boolean {
  const found = standing(statement, name)
  return found !== undefined && partitionsBefore(statement, named(found.id.schema, found.id.table)) !== null
}
