import { sql } from 'drizzle-orm'
import { bigint, integer, pgSequence, pgTable } from 'drizzle-orm/pg-core'
import { pgSequenceOptions } from 'sluice/postgres'

export const numbers = pgSequence('num"bers', { maxValue: 4000 })
export const codes = pgSequence('codes')
export const spare = pgSequence('spare')
export const orders = pgTable('or"ders', {
  id: integer().notNull().default(sql`nextval('"num""bers"')`),
  code: bigint('co.de', { mode: 'number' }),
})

export const more = pgSequenceOptions(spare, { ownedBy: orders.code })
