import { sql } from 'drizzle-orm'
import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { pgTableOptions } from 'sluice/postgres'

export const visits = pgTable('vi"sits', { path: text(), body: text('bo.dy') }, (t) => [
  index('a "covering" one').on(t.path),
])

export const options = pgTableOptions(visits, {
  forceRls: true,
  with: { fillfactor: 80, 'toast.autovacuum_enabled': false },
  columns: {
    path: { collate: 'C', compression: 'pglz' },
    body: { collate: sql`pg_catalog."POSIX"`, storage: 'external' },
  },
  indexes: { 'a "covering" one': { include: [visits.body] } },
})
