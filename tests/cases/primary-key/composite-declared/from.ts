import { integer, pgTable, primaryKey } from 'drizzle-orm/pg-core'

export const lines = pgTable('lines', { invoice: integer(), number: integer(), part: integer() }, (t) => [
  primaryKey({ columns: [t.invoice, t.number] }),
])
