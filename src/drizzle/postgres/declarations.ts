import type { isPgEnum, PgMaterializedView, PgPolicy, PgRole, PgSchema, PgSequence, PgView } from 'drizzle-orm/pg-core'
import { enumKey } from '../../postgres/enum.ts'
import { materializedViewKey } from '../../postgres/materialized-view.ts'
import { roleKey } from '../../postgres/role.ts'
import { sequenceKey } from '../../postgres/sequence.ts'
import { tableKey } from '../../postgres/table.ts'
import { viewKey } from '../../postgres/view.ts'
import type { Key } from '../../schema/object.ts'
import { type Declaration, isDeclaration } from '../declare/declaration.ts'
import type { Library } from '../library.ts'
import { isExisting } from './role.ts'

/** A schema file and what it exports. */
export interface Module {
  readonly file: string
  readonly exports: Readonly<Record<string, unknown>>
}

export type DrizzleTable = ReturnType<Library['core']['getTableConfig']>
export type DrizzleEnum = typeof isPgEnum extends (value: unknown) => value is infer E ? E : never

/** What the schema files export of a database: each object once, however often it is exported. */
export interface Declarations {
  readonly schemas: readonly PgSchema[]
  readonly enums: readonly DrizzleEnum[]
  readonly sequences: readonly PgSequence[]
  readonly tables: readonly DrizzleTable[]
  readonly views: readonly PgView[]
  readonly materializedViews: readonly PgMaterializedView[]
  readonly roles: readonly PgRole[]
  /** Those that stand alone: a table is given by `.link()`, if at all. */
  readonly policies: readonly PgPolicy[]
  /** What Drizzle cannot declare, with the files that export it. */
  readonly beyond: ReadonlyMap<Declaration, readonly string[]>
  /** The files that export an object, by its key and by itself: a key with two objects is declared twice. */
  readonly exporters: ReadonlyMap<Key, ReadonlyMap<unknown, readonly string[]>>
}

/** Picks what belongs to a database out of the exports. */
export function declarationsIn(modules: readonly Module[], library: Library): Declarations {
  const { orm, core } = library
  const schemas: PgSchema[] = []
  const enums: DrizzleEnum[] = []
  const sequences: PgSequence[] = []
  const tables: DrizzleTable[] = []
  const views: PgView[] = []
  const materializedViews: PgMaterializedView[] = []
  const roles: PgRole[] = []
  const policies: PgPolicy[] = []
  const beyond = new Map<Declaration, readonly string[]>()
  const exporters = new Map<Key, Map<unknown, readonly string[]>>()
  for (const [value, files] of exportsOf(modules)) {
    const note = (key: Key) => exporters.set(key, (exporters.get(key) ?? new Map()).set(value, files))
    if (isDeclaration(value)) beyond.set(value, files)
    else if (core.isPgEnum(value)) {
      enums.push(value)
      note(enumKey(value.schema ?? 'public', value.enumName))
    } else if (orm.is(value, core.PgTable)) {
      const table = core.getTableConfig(value)
      tables.push(table)
      note(tableKey(table.schema ?? 'public', table.name))
    } else if (core.isPgSequence(value)) {
      sequences.push(value)
      note(sequenceKey(value.schema ?? 'public', value.seqName ?? ''))
    } else if (orm.is(value, core.PgSchema)) schemas.push(value)
    else if (orm.is(value, core.PgRole)) {
      if (isExisting(value)) continue
      roles.push(value)
      note(roleKey(value.name))
    } else if (orm.is(value, core.PgPolicy)) policies.push(value)
    else if (core.isPgView(value)) {
      const { schema = 'public', name } = core.getViewConfig(value)
      views.push(value)
      note(viewKey(schema, name))
    } else if (core.isPgMaterializedView(value)) {
      const { schema = 'public', name } = core.getMaterializedViewConfig(value)
      materializedViews.push(value)
      note(materializedViewKey(schema, name))
    }
  }
  return { schemas, enums, sequences, tables, views, materializedViews, roles, policies, beyond, exporters }
}

/** Everything that is exported, with the files that do. A list of our declarations counts as each of them. */
function exportsOf(modules: readonly Module[]): ReadonlyMap<unknown, readonly string[]> {
  const files = new Map<unknown, string[]>()
  for (const { file, exports } of modules)
    for (const value of Object.values(exports).flatMap(eachOf)) {
      const known = files.get(value)
      if (known) known.push(file)
      else files.set(value, [file])
    }
  return files
}

const eachOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) && value.every(isDeclaration) ? value : [value]
