import { sql } from 'drizzle-orm'
import { check, integer, pgTable } from 'drizzle-orm/pg-core'

export const items = pgTable('items', { unitPrice: integer(), finalPrice: integer() }, (t) => [
  check('cheaper', sql`${t.finalPrice} <= ${t.unitPrice}`),
  check('not_free', sql`${t.unitPrice} > 0`),
])
