import { integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'
import { purchaseOrders } from './shop.ts'

/** Refers to a file that refers to this one. */
export const line_items = pgTable(
  'line_items',
  { orderId: integer().references(() => purchaseOrders.orderId, { onDelete: 'cascade' }), lineNo: integer().unique() },
  (t) => [primaryKey({ name: 'lines', columns: [t.orderId, t.lineNo] })],
)
