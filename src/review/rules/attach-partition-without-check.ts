import { check } from '../../postgres/check.ts'
import { ident } from '../../postgres/sql/quote.ts'
import { addedConstraints, alters, commit, only, script, sizeOf, stands, tableKey, tableOf } from '../acts.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE TABLE "events" ("id" bigint, "at" date NOT NULL, PRIMARY KEY ("id", "at")) PARTITION BY RANGE ("at");
CREATE TABLE "events_2024" ("id" bigint, "at" date NOT NULL, PRIMARY KEY ("id", "at"));`
const attach = `ALTER TABLE "events" ATTACH PARTITION "events_2024" FOR VALUES FROM ('2024-01-01') TO ('2025-01-01')`

/** ATTACH PARTITION reads the table unless a CHECK implies the bound (manual, ALTER TABLE, ATTACH PARTITION). */
export const attachPartitionWithoutCheck: Rule = {
  id: 'attach-partition-without-check',
  area: 'locks',
  level: 'warn',
  why: 'Postgres reads every row of the table that becomes a partition, under an ACCESS EXCLUSIVE lock on it, unless a CHECK constraint proves that all of them belong there.',
  fix: 'Add a CHECK that says what the bound says, NOT VALID, validate it in a transaction of its own, attach, and drop it.',
  bad: { before, migration: `${attach};` },
  good: {
    before,
    migration: script(
      `ALTER TABLE "events_2024" ADD CONSTRAINT "events_2024_bound" CHECK ("at" IS NOT NULL AND "at" >= '2024-01-01' AND "at" < '2025-01-01') NOT VALID`,
      commit,
      'ALTER TABLE "events_2024" VALIDATE CONSTRAINT "events_2024_bound"',
      commit,
      attach,
      commit,
      'ALTER TABLE "events_2024" DROP CONSTRAINT "events_2024_bound"',
    ),
    config: { rules: { 'drop-constraint': 'off' } },
  },
  check: (statement) =>
    alters(statement, 'AT_AttachPartition').flatMap(({ table, command, act }) => {
      const partition = tableOf(only(command.def, 'PartitionCmd')?.name)
      const { before, statements } = statement.migration
      const standing = before?.children(tableKey(partition)).some(check.is)
      const added = statements
        .slice(0, statement.number - 1)
        .flatMap(addedConstraints)
        .some((one) => one.table.id === partition.id && one.constraint.contype === 'CONSTR_CHECK')
      if (!stands(statement, partition) || standing || added) return []
      const name = ident(`${partition.name}_bound`)
      return [
        {
          message: `every row of ${partition.sql}${sizeOf(statement, partition)} is read to see that it belongs into ${table.sql}, and nobody reads or writes it meanwhile`,
          fix: script(
            `ALTER TABLE ${partition.sql} ADD CONSTRAINT ${name} CHECK (<what the bound says, and that the key is not null>) NOT VALID`,
            commit,
            `ALTER TABLE ${partition.sql} VALIDATE CONSTRAINT ${name}`,
            commit,
            act.text,
            commit,
            `ALTER TABLE ${partition.sql} DROP CONSTRAINT ${name}`,
          ),
          offset: act.offset,
        },
      ]
    }),
}
