import { integer, pgTable, text, unique } from 'drizzle-orm/pg-core'

export const users = pgTable('us"ers', { id: integer().primaryKey(), email: text(), name: text('na.me') }, (t) => [
  unique().on(t.email),
])
