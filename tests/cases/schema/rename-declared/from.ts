import { sql } from 'drizzle-orm'
import { integer, pgPolicy, pgSchema } from 'drizzle-orm/pg-core'

export const shop = pgSchema('shop')
export const state = shop.enum('state', ['open', 'paid'])
export const numbers = shop.sequence('numbers', { startWith: 100 })
export const orders = shop.table(
  'orders',
  {
    id: integer().generatedByDefaultAsIdentity().primaryKey(),
    orderState: state().default('open').notNull(),
    orderNumber: integer().default(sql`nextval('shop.numbers')`),
  },
  () => [pgPolicy('own', { using: sql`order_state = 'open'::shop.state` })],
)
