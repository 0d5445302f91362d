import { pgEnum, pgSchema, pgTable } from 'drizzle-orm/pg-core'

// What an enum of TypeScript is at run time
const Mood = { Sad: 'sad', Happy: 'happy' } as const
const Kind = { Date: 'date' } as const

export const shop = pgSchema('shop')
/** drizzle-kit leaves the schema of such an enum out of its snapshot. */
export const mood = pgEnum('mood', Mood)
export const listed = pgEnum('listed', ['a', 'b'])
export const size = shop.enum('size', { Small: 's', Large: 'l' })
export const other = pgSchema('other')
export const otherMood = other.enum('mood', Kind)

export const people = pgTable('people', {
  mood: mood().default(Mood.Sad).notNull(),
  moods: mood().array().default([Mood.Sad, Mood.Happy]),
  grid: mood().array(2).array(),
  listed: listed(),
  size: size().default('s'),
  sizes: size().array(),
})

export const elsewhere = shop.table('elsewhere', { mood: mood().default(Mood.Happy), size: size() })
