import { foreignKey, integer, pgTable } from 'drizzle-orm/pg-core'

export const users = pgTable('users', { id: integer().primaryKey() })
export const teams = pgTable('teams', { id: integer().primaryKey() })
export const notes = pgTable('notes', { id: integer().primaryKey(), owner: integer() }, (t) => [
  foreignKey({ name: 'notes_owner_users_id_fk', columns: [t.owner], foreignColumns: [teams.id] }),
])
