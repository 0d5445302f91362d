import { acts, all, script, stands, tableOf } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE TABLE "users" ("id" bigint PRIMARY KEY, "email" text);
CREATE INDEX "users_email_idx" ON "users" ("email");`

/** REINDEX takes SHARE on the table and ACCESS EXCLUSIVE on the index (manual, REINDEX). */
export const reindexWithoutConcurrently: Rule = {
  id: 'reindex-without-concurrently',
  area: 'locks',
  level: 'warn',
  why: 'A plain REINDEX keeps writes out of the table until the index is built, and the planner, which looks at every index of a table, keeps reads out too.',
  fix: 'REINDEX CONCURRENTLY builds the new index beside the old one. It runs outside of a transaction, which `sluice migrate` sees to.',
  bad: { before, migration: 'REINDEX INDEX "users_email_idx";' },
  good: { before, migration: 'REINDEX INDEX CONCURRENTLY "users_email_idx";' },
  check: (statement) =>
    acts(statement, 'ReindexStmt').flatMap(({ node, act }) => {
      const options = all(node.params, 'DefElem').map(({ defname }) => defname)
      // Of a table that the migration made nobody notices; of an index it is not said whose it is.
      const own = node.relation && !stands(statement, tableOf(node.relation))
      if (options.includes('concurrently') || own) return []
      const sql = act.text.replace(
        /^(\s*REINDEX\s+(?:\([^)]*\)\s*)?(?:INDEX|TABLE|SCHEMA|DATABASE))\b/i,
        '$1 CONCURRENTLY',
      )
      return [
        {
          message: 'indexes are built anew while writes to their tables wait, and most reads too',
          fix: script(sql),
          offset: act.offset,
        },
      ]
    }),
}
