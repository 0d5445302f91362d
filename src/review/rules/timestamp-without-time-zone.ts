import { ident } from '../../postgres/sql/quote.ts'
import { givenTypes, typeText, withType } from '../columns.ts'
import type { Rule } from '../rule.ts'

const before = 'CREATE TABLE "orders" ("id" bigint PRIMARY KEY);'

export const timestampWithoutTimeZone: Rule = {
  id: 'timestamp-without-time-zone',
  area: 'design',
  level: 'info',
  why: "timestamp is a reading of a clock on some wall: which moment it is depends on where who reads it thinks the clock hung. now() puts in the time of the session's zone, so two sessions write different values for one moment.",
  fix: 'Use timestamptz, which is a moment and takes the same eight bytes.',
  bad: { before, migration: 'ALTER TABLE "orders" ADD COLUMN "paid_at" timestamp;' },
  good: { before, migration: 'ALTER TABLE "orders" ADD COLUMN "paid_at" timestamptz;' },
  check: (statement) =>
    givenTypes(statement)
      .filter(({ type }) => type === 'timestamp')
      .map((column) => ({
        message: `the column ${column.table.sql}.${ident(column.name)} is a timestamp of no time zone, and so no moment`,
        fix: withType(
          column,
          typeText(column)
            .replace(/^timestamp/i, 'timestamptz')
            .replace(/\s+without\s+time\s+zone/i, ''),
        ),
        offset: column.offset,
      })),
}
