import type { Schema } from '../schema/schema.ts'
import { all, only } from './acts.ts'
import type { Act, NodeOf } from './parse.ts'

/** Where Postgres looks for names that stand without a schema, as far as the file itself says. */
export interface SearchPath {
  readonly session: readonly string[]
  /** Until its transaction ends; null where nobody said so. */
  readonly local: readonly string[] | null
}

const usual = ['public']

/** As it is before the first statement. */
export const usualPath: SearchPath = { session: usual, local: null }

/** The path after a statement. */
export function pathAfter(path: SearchPath, acts: readonly Act[]): SearchPath {
  const set = acts.flatMap(({ node }) => only(node, 'VariableSetStmt') ?? []).at(-1)
  if (set?.kind === 'VAR_RESET_ALL') return usualPath
  if (set?.name !== 'search_path') return path
  const schemas = set.kind === 'VAR_SET_VALUE' ? valuesOf(set) : usual
  return set.is_local ? { ...path, local: schemas } : { session: schemas, local: null }
}

const valuesOf = ({ args }: NodeOf<'VariableSetStmt'>): readonly string[] =>
  all(args, 'A_Const').flatMap(({ sval }) => (sval?.sval && sval.sval !== '$user' ? [sval.sval] : []))

/**
 * Writes into a statement's tree the schemas that its names are found in. What is found nowhere is made, in the first
 * schema of the path. `isMade`: whether the migration has made something of that name before, as `schema.name`.
 */
export function qualify(
  acts: readonly Act[],
  { session, local }: SearchPath,
  before: Schema | null,
  isMade: (id: string) => boolean,
): void {
  const path = local ?? session
  const [first] = path
  if (first === undefined || (path.length === 1 && first === 'public')) return
  const standing = new Set(Array.from(before ?? [], ({ id }) => `${id.schema}.${id.name}`))
  const schemaOf = (name: string) =>
    path.find((schema) => standing.has(`${schema}.${name}`) || isMade(`${schema}.${name}`)) ?? first
  for (const { node } of acts) visit(node, schemaOf)
}

function visit(tree: unknown, schemaOf: (name: string) => string): void {
  if (typeof tree !== 'object' || tree === null) return
  const node = tree as { relname?: string; schemaname?: string; typeName?: unknown }
  if (node.relname !== undefined) node.schemaname ??= schemaOf(node.relname)
  for (const [name, inner] of Object.entries(tree)) {
    if (name === 'DropStmt') for (const list of dropped(inner)) put(list, schemaOf)
    if (name === 'CreateEnumStmt' || name === 'AlterEnumStmt') put(inner.typeName, schemaOf, 1)
    visit(inner, schemaOf)
  }
}

type Names = { String: { sval: string } }[]

/** The names of what is dropped, without a schema. */
function dropped({ objects = [], removeType }: NodeOf<'DropStmt'>): readonly Names[] {
  const length = /POLICY|TRIGGER/.test(removeType ?? '')
    ? 2
    : /TABLE|VIEW|INDEX|SEQUENCE/.test(removeType ?? '')
      ? 1
      : 0
  return objects.flatMap((object) => {
    const items = only(object, 'List')?.items as Names | undefined
    return items?.length === length ? [items] : []
  })
}

function put(names: Names, schemaOf: (name: string) => string, length = names.length): void {
  if (names.length === length) names.unshift({ String: { sval: schemaOf(names[0]!.String.sval) } })
}
