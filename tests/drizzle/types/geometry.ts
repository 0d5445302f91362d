import { customType, geometry, index, pgTable } from 'drizzle-orm/pg-core'

const area = customType<{ data: string }>({ dataType: () => 'geometry(Polygon, 4326)' })

/** PostGIS is not a part of the embedded Postgres: only the texts are compared. */
export const places = pgTable(
  'places',
  {
    point: geometry(),
    typed: geometry({ type: 'point', srid: 4326 }),
    tuple: geometry({ mode: 'tuple' }),
    xy: geometry({ mode: 'xy' }),
    area: area(),
    points: geometry().array(),
  },
  (t) => [index().using('gist', t.point)],
)
