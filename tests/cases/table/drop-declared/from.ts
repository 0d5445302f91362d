import { integer, pgTable, text } from 'drizzle-orm/pg-core'

export const users = pgTable('users', { id: integer().primaryKey(), name: text() })
export const notes = pgTable('notes', {
  id: integer().primaryKey(),
  user: integer().references(() => users.id),
  body: text(),
})
