import { integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'

export const items = pgTable('items', { shop: integer().notNull(), number: integer().notNull() }, (t) => [
  primaryKey({ columns: [t.shop] }),
])
