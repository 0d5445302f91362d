import { foreignKey, integer, pgTable, unique } from 'drizzle-orm/pg-core'

export const tasks = pgTable(
  'tasks',
  { id: integer().primaryKey(), parent: integer('par"ent'), place: integer() },
  (t) => [foreignKey({ name: 'the "parent"', columns: [t.parent], foreignColumns: [t.id] }), unique().on(t.place)],
)
