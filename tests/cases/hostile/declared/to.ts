import { sql } from 'drizzle-orm'
import { check, index, integer, pgPolicy, pgSchema, text } from 'drizzle-orm/pg-core'

export const weird = pgSchema('We"ird.x')
export const odd = weird.enum('o.d"d', ["it's", 'a,b'])
export const table = weird.table(
  "ta'ble",
  { quoted: text('c d').default('$$'), reserved: integer('select').notNull(), naïve: odd('naïve té').default("it's") },
  (t) => [
    index('i"x').on(t.quoted, t.reserved.desc()),
    check('ch.eck', sql`${t.reserved} > -1`),
    pgPolicy('p"o', { using: sql`${t.quoted} <> '""'` }),
  ],
)
