import { sql } from 'drizzle-orm'
import { check, index, pgSchema, pgTable, serial } from 'drizzle-orm/pg-core'

export const work = pgSchema('work')
export const state = work.enum('state', ['new', 'stale', 'done'])
export const jobs = pgTable(
  'jobs',
  { id: serial().primaryKey(), state: state().default('new').notNull(), past: state().array().default(['new']) },
  (t) => [index().on(t.state), check('settled', sql`${t.state} <> 'stale' OR cardinality(${t.past}) > 0`)],
)
