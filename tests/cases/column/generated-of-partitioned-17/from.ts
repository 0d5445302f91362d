import { sql } from 'drizzle-orm'
import { integer, pgSchema } from 'drizzle-orm/pg-core'
import { pgPartition, pgTableOptions } from 'sluice/postgres'

export const app = pgSchema('app')
export const events = app.table('ev"ents', {
  id: integer(),
  next: integer().generatedAlwaysAs((): ReturnType<typeof sql> => sql`${events.id} + 1`),
})
export const spread = pgTableOptions(events, { partitionBy: { range: events.id } })
export const low = pgPartition('low', events, { from: 0, to: 10 })
