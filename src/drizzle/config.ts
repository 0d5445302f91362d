import { access } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import * as v from 'valibot'
import type { Manner } from '../dialect/kind.ts'
import { SluiceError } from '../errors.ts'
import { evaluate } from './bundle.ts'
import { type Environment, readEnvFiles, withEnvironment } from './env.ts'
import { foldersUp } from './folders-up.ts'
import { dialects, type layouts, type prefixes, type UserConfig, userConfig } from './user-config.ts'

/** The settings of a project, parsed once; what was not said has drizzle-kit's default. */
export interface Config {
  /** The folder that relative paths start from. */
  readonly root: string
  /** The file that they were read from; null where the flags said all. */
  readonly file: string | null
  readonly dialect: 'postgresql'
  /** Files, folders and globs; empty where nobody named any, which only some commands mind. */
  readonly schema: readonly string[]
  /** The migration folder, as an absolute path. */
  readonly out: string
  readonly breakpoints: boolean
  readonly prefix: (typeof prefixes)[number]
  /** Of a migration folder that is still to be made; null where the config does not say. */
  readonly layout: (typeof layouts)[number] | null
  readonly casing: 'camelCase' | 'snake_case' | null
  readonly verbose: boolean
  readonly strict: boolean
  readonly tablesFilter: readonly string[]
  readonly schemaFilter: readonly string[]
  readonly extensionsFilters: readonly string[]
  /** Where the applied migrations are recorded. */
  readonly ledger: { readonly schema: string; readonly table: string }
  readonly introspect: { readonly casing: 'camel' | 'preserve' }
  readonly entities: NonNullable<UserConfig['entities']>
  /** How a plan is to be written: `postgres`, `online` and `guards`, where they are said. */
  readonly manner: Partial<Manner>
  /** May a pending migration stand before an applied one? */
  readonly outOfOrder: 'allow' | 'refuse'
  /** Whether a migration without a proof is refused. */
  readonly requireProof: boolean
  /** What proofs run on: the server at a URL, or one that is started for it; null for the embedded engine. It holds secrets. */
  readonly shadow: NonNullable<UserConfig['shadow']> | null
  /** What review goes by besides its own rules, where somebody said so. */
  readonly review: NonNullable<UserConfig['review']>
  /** What fills a new database, for the shell; null where nobody said. */
  readonly seed: string | null
  readonly driver: string | null
  /** `dbCredentials` as it stands in the file: it holds secrets and is checked by whoever connects. */
  readonly credentials: unknown
  /** The process's variables and those of the env files, the process's first. It holds secrets. */
  readonly env: Environment
  readonly warnings: readonly string[]
}

/** Where to look for the settings. */
export interface ConfigRequest {
  readonly cwd: string
  /** `--config`; relative paths in it then start from `cwd`, as in drizzle-kit. */
  readonly file?: string | undefined
  /** `--env-file`, which replace `.env` and `.env.local`. */
  readonly envFiles?: readonly string[] | undefined
  /** Flags, which win over the file. */
  readonly overrides?: Overrides | undefined
}

/** The settings that have a flag. */
export interface Overrides {
  readonly dialect?: string | undefined
  readonly schema?: string | readonly string[] | undefined
  readonly out?: string | undefined
  readonly casing?: string | undefined
  readonly breakpoints?: boolean | undefined
  readonly prefix?: string | undefined
  readonly online?: boolean | undefined
  readonly guards?: boolean | undefined
  readonly outOfOrder?: string | undefined
}

const names = ['ts', 'mts', 'js', 'mjs', 'json'].map((extension) => `drizzle.config.${extension}`)

/**
 * Reads `drizzle.config.*` of the folder or of one above it, with the env files beside it.
 * @throws SluiceError `CONFIG_NOT_FOUND`, `CONFIG_NOT_COMPILED`, `CONFIG_THREW`, `CONFIG_INVALID`, `DIALECT_UNSUPPORTED`,
 * `DIALECT_NOT_BUILT`, `ENV_FILE_NOT_FOUND`.
 */
export async function loadConfig({ cwd, file, envFiles, overrides = {} }: ConfigRequest): Promise<Config> {
  const path = await findConfig(cwd, file, overrides)
  const root = path && !file ? dirname(path) : resolve(cwd)
  const variables = await readEnvFiles(envFiles ? cwd : root, envFiles)
  return withEnvironment(variables, async () => {
    const read = path ? await readConfig(path, root) : {}
    const { input, warnings } = parse(merge(read, overrides), path)
    // The variables are looked at last: a config may load some itself, with dotenv.
    return { ...settled(input, root), file: path, env: { ...process.env } as Environment, warnings }
  })
}

async function findConfig(cwd: string, file: string | undefined, overrides: Overrides): Promise<string | null> {
  const paths = file ? [resolve(cwd, file)] : foldersUp(resolve(cwd)).flatMap((f) => names.map((n) => join(f, n)))
  for (const path of paths) if (await exists(path)) return path
  if (!file && overrides.dialect !== undefined) return null
  throw new SluiceError('CONFIG_NOT_FOUND', { paths })
}

async function readConfig(path: string, root: string): Promise<unknown> {
  const { exports } = await evaluate({
    code: `export * as config from ${JSON.stringify(path)}`,
    folder: dirname(path),
    root,
    errors: { compile: 'CONFIG_NOT_COMPILED', run: 'CONFIG_THREW' },
  })
  const config = exports.config as Readonly<Record<string, unknown>>
  const given = (await config.default) ?? config
  if (given === config && !('dialect' in config)) {
    const problems = ['it has no default export: write export default defineConfig({ … })']
    throw new SluiceError('CONFIG_INVALID', { file: path, problems })
  }
  return given
}

/** Flags over the file; what neither says stays away, so that it gets its default. */
function merge(read: unknown, { prefix, ...flags }: Overrides): unknown {
  if (typeof read !== 'object' || read === null) return read
  const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined))
  const migrations = prefix === undefined ? {} : { migrations: { ...(read as UserConfig).migrations, prefix } }
  return { ...read, ...given, ...migrations }
}

function parse(value: unknown, file: string | null): { input: UserConfig; warnings: readonly string[] } {
  const dialect = (value as { dialect?: unknown } | null)?.dialect
  if (dialect === 'sqlite' || dialect === 'turso') throw new SluiceError('DIALECT_NOT_BUILT', { dialect })
  if (dialect !== 'postgresql' && dialects.some((known) => known === dialect))
    throw new SluiceError('DIALECT_UNSUPPORTED', { dialect, supported: ['postgresql'] })
  const parsed = v.safeParse(userConfig, value)
  if (!parsed.success) {
    const problems = parsed.issues.map((issue) => {
      const problem = issue.received === 'undefined' ? 'it is missing' : issue.message
      return `${v.getDotPath(issue) ?? 'the default export'}: ${problem}`
    })
    throw new SluiceError('CONFIG_INVALID', { file: file ?? 'the flags', problems })
  }
  return { input: parsed.output, warnings: unknownKeys(value as UserConfig) }
}

/** A key that neither drizzle-kit nor we know is most likely a slip, and one that changes what happens. */
function unknownKeys(config: UserConfig): readonly string[] {
  const known = userConfig.entries
  const inside = Object.keys(config.migrations ?? {}).filter((key) => !(key in known.migrations.wrapped.entries))
  return [...Object.keys(config).filter((key) => !(key in known)), ...inside.map((key) => `migrations.${key}`)].map(
    (key) => `the config key "${key}" is unknown and has no effect`,
  )
}

const settled = (input: UserConfig, root: string) => ({
  root,
  dialect: 'postgresql' as const,
  schema: listed(input.schema),
  // As drizzle-kit takes an empty one: never the root itself, with everything in it.
  out: resolve(root, input.out || 'drizzle'),
  breakpoints: input.breakpoints ?? true,
  prefix: input.migrations?.prefix ?? 'index',
  layout: input.layout ?? null,
  casing: input.casing ?? null,
  verbose: input.verbose ?? false,
  strict: input.strict ?? false,
  tablesFilter: listed(input.tablesFilter),
  schemaFilter: listed(input.schemaFilter ?? 'public'),
  extensionsFilters: input.extensionsFilters ?? [],
  ledger: { schema: input.migrations?.schema ?? 'drizzle', table: input.migrations?.table ?? '__drizzle_migrations' },
  introspect: { casing: input.introspect?.casing ?? 'camel' },
  entities: input.entities ?? {},
  manner: said({ postgres: input.postgres, online: input.online, guards: input.guards }),
  outOfOrder: input.outOfOrder ?? 'allow',
  requireProof: input.requireProof ?? false,
  shadow: input.shadow ?? null,
  review: input.review ?? {},
  seed: input.seed ?? null,
  driver: input.driver ?? null,
  credentials: input.dbCredentials ?? null,
})

/** Without what is not said. */
const said = (manner: { readonly [K in keyof Manner]?: Manner[K] | undefined }): Partial<Manner> =>
  Object.fromEntries(Object.entries(manner).filter(([, value]) => value !== undefined))

const listed = (value: string | readonly string[] = []): readonly string[] =>
  typeof value === 'string' ? [value] : value

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
