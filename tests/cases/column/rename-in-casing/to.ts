import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'

export const people = pgTable(
  'people',
  {
    personId: integer().generatedAlwaysAsIdentity().primaryKey(),
    firstName: text().notNull().unique(),
    familyName: text().notNull(),
  },
  (t) => [index().on(t.firstName), unique().on(t.firstName, t.familyName), check('named', sql`${t.firstName} <> ''`)],
)
