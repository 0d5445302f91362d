import { pgSequence } from 'drizzle-orm/pg-core'

export const steps = pgSequence('steps', {
  increment: 2,
  minValue: -10,
  maxValue: 1000,
  startWith: 20,
  cache: 5,
  cycle: true,
})
export const some = pgSequence('some', { minValue: 4, maxValue: '5001', startWith: 5 })
