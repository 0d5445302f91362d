import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgPolicy,
  pgTable,
  primaryKey,
  serial,
  text,
  timestamp,
  unique,
  uniqueIndex,
  varchar,
} from 'drizzle-orm/pg-core'
import { line_items } from './line-items.ts'

/** Columns without names of their own, and every text in which such a column can stand. */
export const purchaseOrders = pgTable(
  'purchaseOrders',
  {
    orderId: serial().primaryKey(),
    parentOrderId: integer().references((): AnyPgColumn => purchaseOrders.orderId),
    firstLine: integer().references((): AnyPgColumn => line_items.lineNo),
    customerName: text().notNull().unique(),
    explicit: varchar('keepsItsName', { length: 10 }).unique('byName'),
    grossAmount: numeric({ precision: 10, scale: 2 }).default('1.50'),
    netAmount: numeric().generatedAlwaysAs(sql`"gross_amount" / 2`),
    createdAt: timestamp({ withTimezone: true }).defaultNow().notNull(),
    shippedOn: date({ mode: 'date' }).default(new Date('2024-02-03T04:05:06Z')),
    someTags: text().array().default(['a', 'b c']),
    extraData: jsonb().default({ aB: [1, null] }),
    HTTPStatus: integer().default(200),
  },
  (t) => [
    unique().on(t.customerName, t.createdAt),
    index().on(t.parentOrderId, t.createdAt.desc()),
    index('lowered').on(sql`lower(${t.customerName})`),
    uniqueIndex('open_orders').on(t.customerName).where(sql`${t.shippedOn} IS NULL`),
    check('positive', sql`${t.grossAmount} > 0 AND ${t.explicit} <> ''`),
    pgPolicy('mine', { using: sql`${t.customerName} = current_user`, withCheck: sql`${t.netAmount} > 0` }),
  ],
)

export const orderNotes = pgTable('order_notes', { orderId: integer(), noteNo: integer(), bodyText: text() }, (t) => [
  primaryKey({ columns: [t.orderId, t.noteNo] }),
  foreignKey({ columns: [t.orderId, t.noteNo], foreignColumns: [line_items.orderId, line_items.lineNo] }),
])

export { line_items }
