import { sql } from 'drizzle-orm'
import { integer, pgPolicy, pgTable, text } from 'drizzle-orm/pg-core'

export const notes = pgTable('notes', { id: integer().primaryKey(), author: text() }, (t) => [
  pgPolicy('kind', { as: 'restrictive', using: sql`true` }),
  pgPolicy('command', { for: 'delete', using: sql`${t.id} > 0` }),
  pgPolicy('roles', { to: ['anon', 'authenticated'], using: sql`${t.author} = current_user` }),
  pgPolicy('texts', { for: 'update', using: sql`${t.id} > 1`, withCheck: sql`${t.id} < 100` }),
  pgPolicy('new', { for: 'insert', withCheck: sql`${t.author} is not null` }),
])
