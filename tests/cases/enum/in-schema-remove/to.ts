import { sql } from 'drizzle-orm'
import { check, index, pgSchema, pgTable, serial } from 'drizzle-orm/pg-core'

export const work = pgSchema('work')
export const state = work.enum('state', ['new', 'done'])
export const jobs = pgTable(
  'jobs',
  { id: serial().primaryKey(), state: state().default('done').notNull(), past: state().array().default(['new']) },
  (t) => [index().on(t.state), check('settled', sql`${t.state} <> 'done' OR cardinality(${t.past}) >= 0`)],
)
