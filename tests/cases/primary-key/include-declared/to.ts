import { integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { pgTableOptions } from 'sluice/postgres'

export const users = pgTable('us"ers', { id: integer().primaryKey(), email: text(), name: text('na.me') }, (t) => [
  unique().on(t.email),
])

export const more = pgTableOptions(users, {
  constraints: { 'us"ers_pkey': { include: [users.name] }, 'us"ers_email_unique': { include: [users.name, users.id] } },
})
