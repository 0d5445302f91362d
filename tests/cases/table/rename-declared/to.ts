import { type AnyPgColumn, index, integer, pgTable, serial, text } from 'drizzle-orm/pg-core'

export const accounts = pgTable(
  'accounts',
  {
    id: serial().primaryKey(),
    email: text().notNull().unique(),
    parent: integer().references((): AnyPgColumn => accounts.id),
  },
  (t) => [index().on(t.parent)],
)
export const posts = pgTable('posts', { id: serial().primaryKey(), author: integer().references(() => accounts.id) })
