import { pgTable, text } from 'drizzle-orm/pg-core'
import { pgTableOptions } from 'sluice/postgres'

export const visits = pgTable('vi"sits', { path: text(), body: text('bo.dy') })

export const options = pgTableOptions(visits, { unlogged: true, with: { fillfactor: 70 } })
