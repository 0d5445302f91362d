import { ident } from '../../postgres/sql/quote.ts'
import { acts, locked, script, sizeOf, stands, tableOf } from '../acts.ts'
import { type Given, indexSql, usualName, writtenTable } from '../index-text.ts'
import { buildBeside, partitionsBefore } from '../partitions.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);'

/** CREATE INDEX takes SHARE on its table (manual 13.3.2) until its transaction ends. */
export const createIndexWithoutConcurrently: Rule = {
  id: 'create-index-without-concurrently',
  area: 'locks',
  level: 'warn',
  online: true,
  why: 'A plain CREATE INDEX takes a SHARE lock: nobody can insert, update or delete until the index is built and its transaction has ended.',
  fix: 'CREATE INDEX CONCURRENTLY lets writes go on. It runs outside of a transaction, which `sluice migrate` sees to.',
  bad: { before, migration: 'CREATE INDEX "users_email_idx" ON "users" ("email");' },
  good: { before, migration: 'CREATE INDEX CONCURRENTLY "users_email_idx" ON "users" ("email");' },
  check: (statement) =>
    acts(statement, 'IndexStmt').flatMap((found) => {
      const { node, act } = found
      const table = tableOf(node.relation)
      if (node.concurrent || !stands(statement, table) || !locked(statement, table, 'share')) return []
      // Of a partitioned table alone, without its partitions: that holds no rows.
      if (!node.relation?.inh && partitionsBefore(statement, table)) return []
      const name = node.idxname ?? usualName(node)
      const create = (given: Given) => indexSql(found, given)
      return [
        {
          message: `the index ${ident(name)} is built while writes to ${table.sql}${sizeOf(statement, table)} wait`,
          fix: script(...buildBeside(statement, table, name, create, writtenTable(found))),
          offset: act.offset,
        },
      ]
    }),
}
