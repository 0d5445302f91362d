import { sql } from 'drizzle-orm'
import { check, index, integer, pgPolicy, pgSchema, text } from 'drizzle-orm/pg-core'

export const weird = pgSchema('We"ird.x')
export const odd = weird.enum('o.d"d', ["it's", 'a"b', 'a,b'])
export const table = weird.table(
  "ta'ble",
  {
    quoted: text('a"b').default('x\'y"z'),
    reserved: integer('select').notNull(),
    naïve: odd('naïve té').default('a,b'),
  },
  (t) => [
    index('i"x').on(t.quoted, t.reserved),
    check('ch.eck', sql`${t.reserved} > 0`),
    pgPolicy('p"o', { using: sql`${t.quoted} <> '"'` }),
  ],
)
