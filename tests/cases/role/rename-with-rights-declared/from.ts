import { sql } from 'drizzle-orm'
import { integer, pgPolicy, pgRole, pgTable } from 'drizzle-orm/pg-core'
import { pgDefaultPrivileges, pgGrant } from 'sluice/postgres'

export const reader = pgRole('reader')
export const notes = pgTable('notes', { id: integer() }, () => [pgPolicy('p', { to: reader, using: sql`true` })])
export const rights = [
  pgGrant({ on: notes, privileges: ['select'], to: reader }),
  pgDefaultPrivileges({ on: 'tables', privileges: ['select'], to: reader }),
]
