import { foreignKey, integer, pgTable, unique } from 'drizzle-orm/pg-core'
import { pgDeferrable } from 'sluice/postgres'

export const tasks = pgTable(
  'tasks',
  { id: integer().primaryKey(), parent: integer('par"ent'), place: integer() },
  (t) => [foreignKey({ name: 'the "parent"', columns: [t.parent], foreignColumns: [t.id] }), unique().on(t.place)],
)

export const parentLater = pgDeferrable(tasks, [tasks.parent], { initially: 'deferred' })
