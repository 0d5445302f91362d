import type { Dialect } from './dialect/dialect.ts'
import { postgres } from './postgres/postgres.ts'

/** Every dialect by the name that a config gives it. */
export const dialects: Readonly<Record<'postgresql', Dialect>> = { postgresql: postgres }
