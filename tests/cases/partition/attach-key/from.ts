import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { pgTableOptions } from 'sluice/postgres'

export const visits = pgTable('visits', { day: integer(), page: text() }, (t) => [
  primaryKey({ columns: [t.day, t.page] }),
])
export const spread = pgTableOptions(visits, { partitionBy: { range: visits.day } })
export const old = pgTable('old', { day: integer(), page: text() })
