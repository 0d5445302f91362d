import { integer, pgMaterializedView, pgTable, text } from 'drizzle-orm/pg-core'
import { pgViewIndex } from 'sluice/postgres'

export const visits = pgTable('visits', { id: integer().primaryKey(), path: text() })

export const paths = pgMaterializedView('paths')
  .withNoData()
  .as((q) => q.selectDistinct({ path: visits.path }).from(visits))
export const byPath = pgViewIndex('paths_path', paths, { on: [paths.path], unique: true })
