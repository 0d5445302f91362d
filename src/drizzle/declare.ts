// What schema files import from `sluice/postgres`. It loads nothing of the rest, and of drizzle-orm the project's own.
export type { Declaration } from './declare/declaration.ts'
export { type DeferrableOptions, pgDeferrable } from './declare/deferrable.ts'
export { type ColumnOptions, type IndexOptions, pgTableOptions, type TableOptions } from './declare/table-options.ts'
export { pgTsvector } from './declare/tsvector.ts'
