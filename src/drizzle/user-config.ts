import * as v from 'valibot'

const oneOrMore = v.union([v.string(), v.array(v.string())])

/** How the files of a migration folder are numbered. */
export const prefixes = ['index', 'timestamp', 'supabase', 'unix', 'none'] as const

/** The dialects that drizzle-kit knows, or has announced. */
export const dialects = ['postgresql', 'sqlite', 'turso', 'mysql', 'singlestore', 'mssql', 'cockroach', 'gel'] as const

/** How a migration folder is laid out: with a journal, as drizzle-kit 0.31 does, or a folder for each migration, as 1.0 does. */
export const layouts = ['v0', 'v1'] as const

/** The major versions of Postgres that a plan can be written for. */
const majors = [14, 15, 16, 17, 18] as const

/** How much a finding of review weighs, most first. */
export const findingLevels = ['error', 'warn', 'info'] as const

/** What a project has agreed on, for `sluice review`. */
const review = v.strictObject({
  rules: v.optional(v.record(v.string(), v.picklist([...findingLevels, 'off']))),
  onDelete: v.optional(v.picklist(['cascade', 'restrict', 'set null', 'set default', 'no action'])),
  exposed: v.optional(v.array(v.string())),
  tenant: v.optional(v.strictObject({ column: v.string(), role: v.string() })),
  naming: v.optional(v.record(v.string(), v.pipe(v.string(), v.check(isPattern, 'it is no regular expression')))),
  block: v.optional(v.picklist(['error'])),
})

/** What may stand in a `drizzle.config.ts`: drizzle-kit 0.31's keys, and ours at the end. Credentials are read by whoever connects. */
export const userConfig = v.object({
  dialect: v.picklist(dialects),
  schema: v.optional(oneOrMore),
  out: v.optional(v.string()),
  breakpoints: v.optional(v.boolean()),
  tablesFilter: v.optional(oneOrMore),
  schemaFilter: v.optional(oneOrMore),
  extensionsFilters: v.optional(v.array(v.string())),
  verbose: v.optional(v.boolean()),
  strict: v.optional(v.boolean()),
  casing: v.optional(v.picklist(['camelCase', 'snake_case'])),
  driver: v.optional(v.string()),
  migrations: v.optional(
    v.object({
      table: v.optional(v.string()),
      schema: v.optional(v.string()),
      prefix: v.optional(v.picklist(prefixes)),
    }),
  ),
  introspect: v.optional(v.object({ casing: v.optional(v.picklist(['camel', 'preserve'])) })),
  entities: v.optional(
    v.object({
      roles: v.optional(
        v.union([
          v.boolean(),
          v.object({
            provider: v.optional(v.string()),
            include: v.optional(v.array(v.string())),
            exclude: v.optional(v.array(v.string())),
          }),
        ]),
      ),
    }),
  ),
  dbCredentials: v.optional(v.unknown()),
  sql: v.optional(v.boolean()),
  layout: v.optional(v.picklist(layouts)),
  postgres: v.optional(v.picklist(majors)),
  online: v.optional(v.boolean()),
  guards: v.optional(v.boolean()),
  outOfOrder: v.optional(v.picklist(['allow', 'refuse'])),
  requireProof: v.optional(v.boolean()),
  review: v.optional(review),
  seed: v.optional(v.pipe(v.string(), v.nonEmpty())),
  shadow: v.optional(
    v.union(
      [v.object({ url: v.pipe(v.string(), v.nonEmpty()) }), v.object({ postgres: v.picklist(majors) })],
      `it takes { url: "postgres://…" } or { postgres: ${majors.join(' | ')} }`,
    ),
  ),
})

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp
  } catch {
    return false
  }
}

/** The argument of `defineConfig`. */
export type UserConfig = v.InferInput<typeof userConfig>
