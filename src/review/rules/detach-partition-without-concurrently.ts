import { alters, locked, only, script, stands, tableOf } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE TABLE "events" ("id" bigint, "at" date, PRIMARY KEY ("id", "at")) PARTITION BY RANGE ("at");
CREATE TABLE "events_2024" PARTITION OF "events" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');`

/** DETACH PARTITION takes ACCESS EXCLUSIVE on the whole, with CONCURRENTLY only SHARE UPDATE EXCLUSIVE (from 14). */
export const detachPartitionWithoutConcurrently: Rule = {
  id: 'detach-partition-without-concurrently',
  area: 'locks',
  level: 'warn',
  online: true,
  why: 'A plain DETACH PARTITION takes an ACCESS EXCLUSIVE lock on the whole partitioned table: it waits for every query that is running there, and all that come later wait behind it.',
  fix: 'DETACH PARTITION … CONCURRENTLY lets reads and writes go on. It runs outside of a transaction, which `sluice migrate` sees to, and needs that there is no default partition.',
  bad: { before, migration: 'ALTER TABLE "events" DETACH PARTITION "events_2024";' },
  good: { before, migration: 'ALTER TABLE "events" DETACH PARTITION "events_2024" CONCURRENTLY;' },
  check: (statement) =>
    alters(statement, 'AT_DetachPartition').flatMap(({ table, command, act }) => {
      const detached = only(command.def, 'PartitionCmd')
      if (detached?.concurrent || !stands(statement, table) || !locked(statement, table, 'access-exclusive')) return []
      const partition = tableOf(detached?.name)
      return [
        {
          message: `${table.sql} is locked against reads and writes while ${partition.sql} is detached`,
          fix: script(`ALTER TABLE ${table.sql} DETACH PARTITION ${partition.sql} CONCURRENTLY`),
          offset: act.offset,
        },
      ]
    }),
}
