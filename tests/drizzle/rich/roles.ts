import { sql } from 'drizzle-orm'
import { pgPolicy, pgRole, pgSchema, pgTableCreator, text } from 'drizzle-orm/pg-core'
import { notes } from './policies.ts'

export const owner = pgRole('owner', { createDb: true, createRole: true, inherit: false })
export const reader = pgRole('Re.ader "1"')
export const there = pgRole('there').existing()

export const ownsAll = pgPolicy('owns all', { to: [owner, 'anon'], using: sql`true` }).link(notes)

// A table of a provider: its policies stand alone in the snapshot.
const objects = pgSchema('sto.rage').table('ob"jects', { name: text() })
export const reads = pgPolicy('re"ads', { for: 'select', to: reader, using: sql`name <> ''` }).link(objects)
export const writes = pgPolicy('writes', { as: 'restrictive', to: there, withCheck: sql`false` }).link(objects)

const prefixed = pgTableCreator((name) => `app_${name}`)
export const prefixedLogs = prefixed('logs', { line: text() })
