import { sql } from 'drizzle-orm'
import { integer, pgPolicy, pgTable, text } from 'drizzle-orm/pg-core'

export const notes = pgTable('notes', { id: integer().primaryKey(), author: text() }, (t) => [
  pgPolicy('kind', { as: 'permissive', using: sql`true` }),
  pgPolicy('command', { for: 'select', using: sql`${t.id} > 0` }),
  pgPolicy('roles', { to: 'authenticated', using: sql`${t.author} = current_user` }),
  pgPolicy('texts', { for: 'update', using: sql`${t.id} > 0`, withCheck: sql`${t.id} < 10` }),
  pgPolicy('gone', { using: sql`true` }),
])
