import { pgSequence } from 'drizzle-orm/pg-core'

export const steps = pgSequence('steps')
export const some = pgSequence('some', { minValue: 5, maxValue: 5000 })
