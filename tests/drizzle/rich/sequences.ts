import { bigint, integer, pgSequence, pgTable, smallint } from 'drizzle-orm/pg-core'
import { shop } from './columns.ts'

export const plain = pgSequence('plain')
export const counter = pgSequence('counter', {
  startWith: 100,
  increment: 5,
  minValue: 10,
  maxValue: '9007199254740993',
  cache: 20,
  cycle: true,
})
export const countdown = shop.sequence('countdown', { increment: -1 })

export const identities = pgTable('identities', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  big: bigint({ mode: 'bigint' }).generatedByDefaultAsIdentity(),
  small: smallint().generatedByDefaultAsIdentity({
    name: 'small_numbers',
    startWith: 7,
    increment: 2,
    minValue: 1,
    maxValue: 99,
    cache: 3,
    cycle: true,
  }),
})

export const down = shop.table('down', {
  id: integer().generatedAlwaysAsIdentity({ increment: -1 }),
})
