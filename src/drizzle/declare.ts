// What schema files import from `sluice/postgres`. It loads nothing of the rest, and of drizzle-orm the project's own.
export type { Declaration } from './declare/declaration.ts'
