import { dirname, relative } from 'node:path'
import { SluiceError } from '../errors.ts'
import { withColumns } from '../postgres/view-parts.ts'
import type { Key } from '../schema/object.ts'
import { Schema } from '../schema/schema.ts'
import { type Evaluated, evaluate, importedPackages } from './bundle.ts'
import type { Config } from './config.ts'
import type { Entry } from './entry.ts'
import { withEnvironment } from './env.ts'
import { findFiles } from './files.ts'
import { type Library, libraryFolder } from './library.ts'
import { refuseClashes } from './postgres/clashes.ts'
import { declarationsIn, type Module } from './postgres/declarations.ts'
import { readObjects } from './postgres/objects.ts'

/** What the schema files declare. */
export interface Loaded {
  readonly schema: Schema
  /** No table is exported: more often a wrong path than a wish to have none. */
  readonly empty: boolean
  /** The files that the config names, as absolute paths. */
  readonly files: readonly string[]
  /** Whose predefined roles and functions the schema counts on. */
  readonly providers: readonly Provider[]
  /** The columns that programs fill and the database does not, with the word for it: `$defaultFn`. */
  readonly runtimeDefaults: ReadonlyMap<Key, string>
  readonly warnings: readonly string[]
}

type Provider = 'supabase' | 'neon'

/**
 * Evaluates the schema files and reads what they export.
 * @throws SluiceError `SCHEMA_MISSING`, `SCHEMA_NOT_FOUND`, `SCHEMA_NOT_COMPILED`, `SCHEMA_THREW`, `SCHEMA_DECLARED_TWICE`,
 * `NAMES_CLASH`, `OBJECT_DUPLICATE`, `INDEX_UNNAMED`, `DRIZZLE_ORM_NOT_FOUND`, `DRIZZLE_ORM_UNSUPPORTED`.
 */
export async function loadSchema(config: Config): Promise<Loaded> {
  if (config.schema.length === 0) throw new SluiceError('SCHEMA_MISSING', { file: config.file })
  const files = await findFiles(config.schema, config.root)
  return withEnvironment(config.env, async () => {
    const { library, modules, evaluated } = await importAll(files, config.root)
    const declared = evaluated.run(() => declarationsIn(modules, library))
    for (const [key, objects] of declared.exporters)
      if (objects.size > 1) throw await declaredTwice(key, evaluated, config.root)
    const { objects, makers, runtimeDefaults, warnings } = evaluated.run(() => readObjects(declared, library, config))
    for (const [object, made] of makers)
      if (made.size > 1) {
        const files = [...made].flatMap((one) => declared.beyond.get(one)!).map((file) => relative(config.root, file))
        throw new SluiceError('SCHEMA_DECLARED_TWICE', { object, files: [...new Set(files)] })
      }
    const schema = withColumns(new Schema(objects))
    refuseClashes(schema)
    return {
      schema,
      empty: declared.tables.length === 0,
      files,
      providers: providersOf(config, evaluated.packages),
      runtimeDefaults,
      warnings,
    }
  })
}

/**
 * Whose predefined roles and functions the schema counts on, by what its files import. They are not evaluated.
 * @throws SluiceError `SCHEMA_NOT_FOUND`, `SCHEMA_NOT_COMPILED`
 */
export async function readProviders(config: Config): Promise<readonly Provider[]> {
  if (config.schema.length === 0) return []
  const files = await findFiles(config.schema, config.root)
  return providersOf(config, new Set(await importedPackages(entryOf(files, config.root))))
}

async function importAll(files: readonly string[], root: string) {
  const evaluated = await evaluate(entryOf(files, root))
  const { library, modules } = evaluated.exports as { library: Library; modules: readonly Module['exports'][] }
  return { library, evaluated, modules: modules.map((exports, i): Module => ({ file: files[i]!, exports })) }
}

function entryOf(files: readonly string[], root: string): Entry {
  const imports = files.map((file, i) => `import * as file${i} from ${JSON.stringify(file)}`)
  return {
    code: [
      ...imports,
      "import * as orm from 'drizzle-orm'",
      "import * as core from 'drizzle-orm/pg-core'",
      "import * as casing from 'drizzle-orm/casing'",
      'export const library = { orm, core, casing }',
      `export const modules = [${files.map((_, i) => `file${i}`)}]`,
    ].join('\n'),
    folder: libraryFolder([...new Set(files.map(dirname)), root]),
    root,
    errors: { compile: 'SCHEMA_NOT_COMPILED', run: 'SCHEMA_THREW' },
  }
}

/**
 * Names the files that declare, not those that pass on: all bundled files are looked at, and of several that export one
 * object it is the one that imports none of the others.
 */
async function declaredTwice(object: Key, first: Evaluated, root: string): Promise<SluiceError> {
  const { library, modules, evaluated } = await importAll([...first.graph.keys()], root)
  const { exporters } = declarationsIn(modules, library)
  const declarer = (files: readonly string[]) =>
    files.find((file) => !files.some((other) => other !== file && evaluated.graph.get(other)?.includes(file)))
  const files = [...(exporters.get(object)?.values() ?? [])].map((exporting) => relative(root, declarer(exporting)!))
  return new SluiceError('SCHEMA_DECLARED_TWICE', { object, files })
}

function providersOf({ entities }: Config, packages: ReadonlySet<string>): readonly Provider[] {
  const named = typeof entities.roles === 'object' ? entities.roles.provider : undefined
  return (['supabase', 'neon'] as const).filter((name) => name === named || packages.has(`drizzle-orm/${name}`))
}
