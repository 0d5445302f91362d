import { sql } from 'drizzle-orm'
import { integer, pgPolicy, pgRole, pgTable } from 'drizzle-orm/pg-core'

export const reader = pgRole('reader', { inherit: false })
export const notes = pgTable('notes', { id: integer() }, () => [
  pgPolicy('p', { to: [reader, 'anon'], using: sql`true` }),
])
