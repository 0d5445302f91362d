import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Schema files hold this many tables each; a multiple of 5, so that an enum lies with its tables. */
const perFile = 25

/**
 * Writes schema files that drizzle-orm 0.45 and 1.0 take alike. A table has 10 to 12 columns, one or two foreign keys and two
 * indexes; there is an enum to five tables and a policy on every second. `added` gives the last table one more column.
 */
export function writeSchema(folder: string, tables: number, { added = false } = {}): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (let first = 0; first < tables; first += perFile) {
    const numbers = Array.from({ length: Math.min(perFile, tables - first) }, (_, i) => first + i)
    writeFileSync(join(folder, fileOf(first)), fileText(numbers, added ? tables - 1 : -1))
  }
}

const fileOf = (table: number) => `${moduleOf(table)}.ts`
const moduleOf = (table: number) => `part${String(Math.floor(table / perFile)).padStart(3, '0')}`

/** The tables that a table refers to: its parent, and for every second an owner. The first is its own parent. */
const parentOf = (table: number) => Math.max(0, table - 1)
const ownerOf = (table: number) => (table % 2 === 1 && table > 2 ? Math.floor(table / 2) : undefined)

function fileText(tables: readonly number[], added: number): string {
  const here = moduleOf(tables[0]!)
  const elsewhere = new Map<string, Set<string>>()
  for (const target of tables.flatMap((table) => [parentOf(table), ownerOf(table) ?? table])) {
    const module = moduleOf(target)
    if (module !== here) elsewhere.set(module, (elsewhere.get(module) ?? new Set()).add(`t${target}`))
  }
  return [
    "import { sql } from 'drizzle-orm'",
    `import { type AnyPgColumn, bigint, boolean, doublePrecision, index, integer, jsonb, numeric, pgEnum, pgPolicy, pgTable, serial,
  text, timestamp, uuid, varchar } from 'drizzle-orm/pg-core'`,
    ...Array.from(elsewhere, ([module, names]) => `import { ${[...names].join(', ')} } from './${module}'`),
    ...tables.map((table) => tableText(table, table === added)),
    '',
  ].join('\n')
}

const idTypes = [
  { primary: `uuid('id').primaryKey().defaultRandom()`, reference: (name: string) => `uuid('${name}')` },
  { primary: `serial('id').primaryKey()`, reference: (name: string) => `integer('${name}')` },
  {
    primary: `bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity()`,
    reference: (name: string) => `bigint('${name}', { mode: 'number' })`,
  },
] as const
const idOf = (table: number) => idTypes[table % idTypes.length]!

function tableText(table: number, added: boolean): string {
  const [status, parent, owner] = [`status${Math.floor(table / 5)}`, parentOf(table), ownerOf(table)]
  const name = `table_${table}`
  const columns = [
    `id: ${idOf(table).primary}`,
    `name: varchar('name', { length: 255 }).notNull()`,
    `slug: text('slug').notNull()${table % 3 === 0 ? '.unique()' : ''}`,
    `status: ${status}('status').default('draft').notNull()`,
    `amount: numeric('amount', { precision: 12, scale: 2 }).default('0').notNull()`,
    `itemCount: integer('item_count').default(0).notNull()`,
    `isActive: boolean('is_active').default(true).notNull()`,
    `meta: jsonb('meta')`,
    table % 4 === 0 ? `tags: text('tags').array()` : `score: doublePrecision('score')`,
    `parentId: ${idOf(parent).reference('parent_id')}.references((): AnyPgColumn => t${parent}.id, { onDelete: 'cascade' })`,
    ...(owner === undefined
      ? []
      : [`ownerId: ${idOf(owner).reference('owner_id')}.references((): AnyPgColumn => t${owner}.id)`]),
    `createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull()`,
    ...(added ? [`added: text('added')`] : []),
  ]
  const policy = `pgPolicy('${name}_read', { as: 'permissive', for: 'select', to: 'public', using: sql\`is_active = true\` })`
  const extras = [
    `index('${name}_parent_idx').on(t.parentId)`,
    `index('${name}_status_created_idx').on(t.status, t.createdAt)`,
    ...(table % 2 === 0 ? [policy] : []),
  ]
  const list = (items: readonly string[]) => items.map((item) => `\n  ${item},`).join('')
  return [
    ...(table % 5 === 0
      ? [`export const ${status} = pgEnum('${status}', ['draft', 'active', 'paused', 'archived'])`]
      : []),
    `export const t${table} = pgTable('${name}', {${list(columns)}\n}, (t) => [${list(extras)}\n])`,
  ].join('\n')
}
