import { type AnyPgColumn, index, integer, pgTable, serial, text } from 'drizzle-orm/pg-core'

export const users = pgTable(
  'users',
  {
    id: serial().primaryKey(),
    email: text().notNull().unique(),
    parent: integer().references((): AnyPgColumn => users.id),
  },
  (t) => [index().on(t.parent)],
)
export const posts = pgTable('posts', { id: serial().primaryKey(), author: integer().references(() => users.id) })
