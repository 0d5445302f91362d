import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'

export const people = pgTable(
  'people',
  {
    personId: integer().generatedAlwaysAsIdentity().primaryKey(),
    givenName: text().notNull().unique(),
    familyName: text().notNull(),
  },
  (t) => [index().on(t.givenName), unique().on(t.givenName, t.familyName), check('named', sql`${t.givenName} <> ''`)],
)
