import { SluiceError } from '../../errors.ts'
import { enumKey } from '../../postgres/enum.ts'
import { schemaKey } from '../../postgres/schema.ts'
import { sequenceKey } from '../../postgres/sequence.ts'
import { tableKey } from '../../postgres/table.ts'
import { type Key, key, keyOf, namesOf, type Obj } from '../../schema/object.ts'
import { type Declaration, isDeclaration, wordsOf } from '../declare/declaration.ts'
import type { PartNamed, SequenceOf, Target } from '../declare/target.ts'
import type { Reader } from './reader.ts'

/** What is declared so far. */
export interface Known extends ReadonlyMap<Key, Obj> {
  /** The object that a declaration became; of several the first. */
  madeBy(one: Declaration): Obj | undefined
}

/** `function touch` */
function named(of: Declaration): string {
  const { word, given } = wordsOf(of)
  return 'name' in given ? `${word} ${given.name}` : word
}

/** What a declaration says more of. @throws SluiceError `TARGET_NOT_DECLARED` */
export function targetOf(declaration: string, k: Key, known: ReadonlyMap<Key, Obj>): Obj {
  const found = known.get(k)
  if (!found) throw new SluiceError('TARGET_NOT_DECLARED', { declaration, target: k })
  return found
}

/**
 * The key of what somebody points to. What Drizzle declares need not be among the objects of the schema files.
 * @throws SluiceError `DECLARATION_INVALID`
 */
export function targetKey(on: Exclude<Target, SequenceOf>, reader: Reader, known: Known): Key {
  const { orm, core } = reader.library
  if (isDeclaration(on)) {
    const made = known.madeBy(on)
    if (!made)
      throw new SluiceError('DECLARATION_INVALID', {
        says: `the ${named(on)} is used, and no schema file exports it`,
      })
    return keyOf(made)
  }
  if ('enumName' in on) return enumKey(on.schema ?? 'public', on.enumName)
  if (orm.is(on, core.PgTable)) return tableKey(...names(reader.table(on)))
  if (orm.is(on, orm.Column)) return reader.column(on)
  if (core.isPgSequence(on)) return sequenceKey(on.schema ?? 'public', on.seqName ?? '')
  if (orm.is(on, core.PgSchema)) return schemaKey(on.schemaName)
  if (orm.is(on, core.PgRole)) return key('role', on.name)
  if (core.isPgView(on)) return key('view', ...whole(core.getViewConfig(on)))
  if (core.isPgMaterializedView(on)) return key('materializedView', ...whole(core.getMaterializedViewConfig(on)))
  return 'schema' in on ? schemaKey(on.schema) : partKey(on, reader, known)
}

const names = ({ schema, table }: { schema: string; table: string }) => [schema, table] as const
const whole = ({ schema, name }: { schema: string | undefined; name: string }) => [schema ?? 'public', name]

/** The kinds that a part may be of. */
const kinds = {
  constraint: ['unique', 'check', 'foreignKey', 'exclusion'],
  index: ['index'],
  policy: ['policy'],
  trigger: ['trigger'],
}

function partKey(part: PartNamed, reader: Reader, known: Known): Key {
  const [word, name] = Object.entries(part).find(([word]) => word in kinds) as [keyof typeof kinds, string]
  const of = namesOf(targetKey(part.on, reader, known))
  const primary = known.get(key('primaryKey', ...of))
  if (word === 'constraint' && primary?.attrs.name === name) return keyOf(primary)
  const found = kinds[word].map((kind) => key(kind, ...of, name)).find((k) => known.get(k))
  if (found) return found
  throw new SluiceError('DECLARATION_INVALID', { says: `${of.join('.')} has no ${word} ${name}` })
}

/** The names of an object, as the ids of what belongs to it begin. */
export function idOf(k: Key, known: Known): Readonly<Record<string, string>> {
  const names = namesOf(k)
  const parts = ['schema', 'table', 'name']
    .filter((part) => names.length === 3 || part !== 'table')
    .slice(-names.length)
  return known.get(k)?.id ?? Object.fromEntries(names.map((name, i) => [parts[i]!, name]))
}
