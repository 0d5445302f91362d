import { sql } from 'drizzle-orm'
import { pgPolicy, pgRole, pgTable, text } from 'drizzle-orm/pg-core'

const authenticated = pgRole('authenticated').existing()

export const notes = pgTable('notes', { owner: text(), body: text() }, (t) => [
  pgPolicy('everything'),
  pgPolicy('own notes', {
    as: 'restrictive',
    for: 'update',
    to: [authenticated, 'anon'],
    using: sql`${t.owner} = current_user`,
    withCheck: sql`${t.owner} = current_user`,
  }),
  pgPolicy('read', { for: 'select', to: 'public', using: sql`true` }),
  pgPolicy('write', { for: 'insert', to: ['session_user', 'current_user'], withCheck: sql`body <> ''` }),
  pgPolicy('tidy', { for: 'delete', to: authenticated, using: sql`false` }),
])

export const locked = pgTable('locked', { body: text() }).enableRLS()

export const both = pgTable('both', { body: text() }, () => [pgPolicy('any', { using: sql`true` })]).enableRLS()
