import { integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'

export const items = pgTable('items', { shop: integer(), number: integer() }, (t) => [
  primaryKey({ columns: [t.shop, t.number] }),
])
