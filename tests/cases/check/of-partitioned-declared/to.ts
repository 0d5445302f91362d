import { sql } from 'drizzle-orm'
import { check, integer, pgSchema } from 'drizzle-orm/pg-core'
import { pgPartition, pgTableOptions } from 'sluice/postgres'

export const app = pgSchema('app')
export const events = app.table('ev"ents', { id: integer() }, (t) => [
  check('even', sql`${t.id} % 2 = 0`),
  check('positive', sql`${t.id} > 0`),
  check('quoted', sql`${t.id} < 1000 * length('"ev""ents"."id"')`),
])
export const spread = pgTableOptions(events, { partitionBy: { range: events.id } })
export const low = pgPartition('low', events, { from: 0, to: 10 })
