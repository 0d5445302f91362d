import type { PgSchema } from 'drizzle-orm/pg-core'
import { declaration } from './declaration.ts'

export interface ExtensionOptions {
  /** The schema of what it brings. Default: `public`, or the one that it must be in. */
  readonly schema?: string | PgSchema
  /** The least version. Default: whatever the server has. */
  readonly version?: string
}

/** An extension of the database (manual, CREATE EXTENSION). */
export const pgExtension = (name: string, options: ExtensionOptions = {}) =>
  declaration('extension', { name, ...options })
