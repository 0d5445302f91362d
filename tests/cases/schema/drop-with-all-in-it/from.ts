import { integer, pgSchema, pgTable } from 'drizzle-orm/pg-core'

export const old = pgSchema('old')
export const letter = old.enum('letter', ['x', 'y'])
export const numbers = old.sequence('numbers')
export const kept = pgTable('kept', { id: integer().primaryKey() })
export const a = old.table('a', {
  id: integer()
    .primaryKey()
    .references(() => kept.id),
  letter: letter(),
})
