import { integer, pgTable } from 'drizzle-orm/pg-core'

export const users = pgTable('users', { id: integer().primaryKey() })
export const teams = pgTable('teams', { id: integer().primaryKey() })
export const notes = pgTable('notes', { id: integer().primaryKey(), owner: integer().references(() => users.id) })
