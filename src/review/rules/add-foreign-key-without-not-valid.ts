import { impliedName } from '../../postgres/implied-name.ts'
import { ident } from '../../postgres/sql/quote.ts'
import {
  addedConstraints,
  at,
  clause,
  commit,
  locked,
  script,
  sizeOf,
  stands,
  strings,
  type TableName,
  tableOf,
} from '../acts.ts'
import { partitionsBefore } from '../partitions.ts'
import type { Rule } from '../rule.ts'

const before = `CREATE TABLE "users" ("id" bigint PRIMARY KEY);
CREATE TABLE "orders" ("id" bigint PRIMARY KEY, "user_id" bigint);
CREATE INDEX "orders_user_id_idx" ON "orders" ("user_id");`
const add =
  'ALTER TABLE "orders" ADD CONSTRAINT "orders_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id")'

/** ADD FOREIGN KEY takes SHARE ROW EXCLUSIVE on both tables (manual, ALTER TABLE). */
export const addForeignKeyWithoutNotValid: Rule = {
  id: 'add-foreign-key-without-not-valid',
  area: 'locks',
  level: 'warn',
  online: true,
  why: 'Adding a foreign key reads the whole table under a SHARE ROW EXCLUSIVE lock on both tables: writes to either wait until every row has been looked up.',
  fix: 'Add it NOT VALID, which reads no rows, and validate it in a transaction of its own, which lets writes go on.',
  bad: { before, migration: `${add};` },
  good: {
    before,
    migration: script(`${add} NOT VALID`, commit, 'ALTER TABLE "orders" VALIDATE CONSTRAINT "orders_user_id_fkey"'),
  },
  check: (statement) =>
    addedConstraints(statement).flatMap(({ table, constraint, column, act }) => {
      const { contype, conname, skip_validation: notValid, pktable, location } = constraint
      // A new column is empty: the server has nothing to look up, and holds the locks for no time.
      if (contype !== 'CONSTR_FOREIGN' || notValid || column !== null || !stands(statement, table)) return []
      if (!locked(statement, table, 'share-row-exclusive')) return []
      const target = tableOf(pktable)
      const name = ident(conname ?? impliedName(table.name, strings(constraint.fk_attrs).join('_'), 'fkey'))
      const text = clause(act, location)
      const add = ({ sql }: TableName) => [
        `ALTER TABLE ${sql} ADD ${conname ? '' : `CONSTRAINT ${name} `}${text} NOT VALID`,
        commit,
        `ALTER TABLE ${sql} VALIDATE CONSTRAINT ${name}`,
      ]
      // Before 18 a partitioned table takes no NOT VALID; it makes those of its partitions its own.
      const partitions = statement.migration.postgres < 18 ? partitionsBefore(statement, table) : null
      const statements = partitions
        ? [...partitions.flatMap((one) => [...add(one), commit]), `ALTER TABLE ${table.sql} ADD ${text}`]
        : add(table)
      return [
        {
          message: `every row of ${table.sql}${sizeOf(statement, table)} is looked up in ${target.sql} while writes to both wait`,
          fix: script(...statements),
          offset: at(act, location),
        },
      ]
    }),
}
