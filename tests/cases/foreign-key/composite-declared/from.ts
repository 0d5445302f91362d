import { foreignKey, integer, pgTable, primaryKey, unique } from 'drizzle-orm/pg-core'

export const areas = pgTable('areas', { country: integer(), region: integer(), code: integer().notNull() }, (t) => [
  primaryKey({ columns: [t.country, t.region] }),
  unique('by_code').on(t.country, t.code),
])
export const places = pgTable(
  'places',
  { id: integer().primaryKey(), country: integer(), region: integer(), code: integer() },
  (t) => [
    foreignKey({ name: 'lies_in', columns: [t.country, t.region], foreignColumns: [areas.country, areas.region] }),
  ],
)
