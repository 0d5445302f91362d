import { sql } from 'drizzle-orm'
import { integer, pgPolicy, pgSchema } from 'drizzle-orm/pg-core'

export const store = pgSchema('store')
export const state = store.enum('state', ['open', 'paid'])
export const numbers = store.sequence('numbers', { startWith: 100 })
export const orders = store.table(
  'orders',
  {
    id: integer().generatedByDefaultAsIdentity().primaryKey(),
    orderState: state().default('open').notNull(),
    orderNumber: integer().default(sql`nextval('store.numbers')`),
  },
  () => [pgPolicy('own', { using: sql`order_state = 'open'::store.state` })],
)
