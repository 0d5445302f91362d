import { pgSchema, pgTable, serial } from 'drizzle-orm/pg-core'

export const work = pgSchema('work')
export const state = work.enum('state', ['new', 'done'])
export const jobs = pgTable('jobs', { id: serial().primaryKey(), state: state().default('new').notNull() })
