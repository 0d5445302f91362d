import { integer, pgTable, text } from 'drizzle-orm/pg-core'

export const visits = pgTable('visits', { id: integer().primaryKey(), path: text() })
