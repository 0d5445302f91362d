import { count, sql } from 'drizzle-orm'
import { integer, pgMaterializedView, pgTable, text } from 'drizzle-orm/pg-core'
import { pgComment, pgViewIndex } from 'sluice/postgres'

export const visits = pgTable('visits', { id: integer().primaryKey(), path: text('pa"th'), day: text() })
export const days = pgMaterializedView('da"ys').as((q) =>
  q
    .select({ path: visits.path, day: visits.day, times: count().as('ti.mes') })
    .from(visits)
    .groupBy(visits.path, visits.day),
)

export const once = pgViewIndex('da"ys_once', days, { on: [days.path, days.day], unique: true })
export const often = pgViewIndex('often', days, {
  on: [
    { on: days.times, order: 'desc' },
    { on: sql`lower(${days.path})`, collate: 'C', nulls: 'first' },
  ],
  where: sql`${days.day} IS NOT NULL`,
  with: { fillfactor: 70 },
})
export const remark = pgComment({ index: 'often', on: days }, 'the busiest first')
