import { index, integer, pgSchema, pgTable, serial } from 'drizzle-orm/pg-core'

export const shop = pgSchema('shop')
export const customers = pgTable('customers', { id: integer().primaryKey() })
export const orders = shop.table(
  'orders',
  {
    id: serial().primaryKey(),
    customer: integer('customer_id').references(() => customers.id, { onDelete: 'cascade' }),
  },
  (t) => [index().on(t.customer)],
)
