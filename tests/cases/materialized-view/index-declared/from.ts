import { count } from 'drizzle-orm'
import { integer, pgMaterializedView, pgTable, text } from 'drizzle-orm/pg-core'

export const visits = pgTable('visits', { id: integer().primaryKey(), path: text('pa"th'), day: text() })
export const days = pgMaterializedView('da"ys').as((q) =>
  q
    .select({ path: visits.path, day: visits.day, times: count().as('ti.mes') })
    .from(visits)
    .groupBy(visits.path, visits.day),
)
