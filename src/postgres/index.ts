import { type Condition, kind, type View } from '../dialect/kind.ts'
import { canonical } from '../schema/hash.ts'
import { type Key, key, nameOf, type Obj } from '../schema/object.ts'
import { namesIn } from './names.ts'
import { dotted, ident } from './quote.ts'
import { noDuplicates, unmoved } from './rows.ts'

/** One column or expression of an index. */
export type IndexPart = {
  readonly column: Key | null
  /** SQL text where it is no plain column. */
  readonly expression: string | null
  readonly asc: boolean
  readonly nulls: 'first' | 'last'
  /** An operator class that is not the type's default. */
  readonly opclass: string | null
}

export type IndexAttrs = {
  /** `btree`, `gin`, `hnsw`… */
  readonly method: string
  readonly unique: boolean
  readonly parts: readonly IndexPart[]
  /** The predicate of a partial index. */
  readonly where: string | null
  /** Storage parameters as they were declared: `{ m: 16 }` and `{ m: '16' }` are the same to a database. */
  readonly with: Readonly<Record<string, string | number | boolean>>
  /** Built without blocking writes, outside a transaction. How it is made, not what it is. */
  readonly concurrently: boolean
}

type Id = 'schema' | 'table' | 'name'
type Index = Obj<Id, IndexAttrs>

/** An index (manual, CREATE INDEX). */
export const index = kind<Id, IndexAttrs>({
  name: 'index',
  word: 'index',
  cascades: () => true,
  rigid: ({ attrs }) => attrs.where !== null || attrs.parts.some((part) => part.expression !== null),
  texts: ['parts', 'where'],
  fields: {
    method: 'replace',
    unique: 'replace',
    parts: 'replace',
    where: 'replace',
    with: { same: (from, to) => canonical(texted(from)) === canonical(texted(to)), alter: () => 'replace' },
    concurrently: 'ignore',
  },
  create: (object, view) => {
    const alone = object.attrs.concurrently && object.parent !== undefined && view.before(object.parent) !== undefined
    return [
      {
        sql: createIndex(object, alone),
        lock: alone ? 'share-update-exclusive' : 'share',
        alone,
        conditions: object.attrs.unique ? repeated(object, view) : [],
      },
    ]
  },
  drop: ({ id }) => [{ sql: `DROP INDEX ${dotted(id.schema, id.name)}` }],
  rename: ({ from, to }) => [
    {
      sql: `ALTER INDEX ${dotted(from.id.schema, from.id.name)} RENAME TO ${ident(to.id.name)}`,
      lock: 'share-update-exclusive',
    },
  ],
  claims: ({ id }) => [`relation ${dotted(id.schema, id.name)}`],
  finds: (object, schema) => namesIn(texts(object).join(' '), object, schema, ['column', 'enum']),
})

export const indexKey = (schema: string, table: string, name: string) => key('index', schema, table, name)

const texted = (parameters: IndexAttrs['with']) =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]))

const texts = ({ attrs }: Index): string[] =>
  [attrs.where, ...attrs.parts.map((part) => part.expression)].filter((text) => text !== null)

function createIndex({ id, attrs }: Index, concurrently: boolean): string {
  const parameters = Object.entries(attrs.with).map(([name, value]) => `${name}=${value}`)
  return [
    attrs.unique ? 'CREATE UNIQUE INDEX' : 'CREATE INDEX',
    concurrently && 'CONCURRENTLY',
    ident(id.name),
    `ON ${dotted(id.schema, id.table)} USING ${attrs.method} (${attrs.parts.map((part) => partText(part, attrs.method)).join(', ')})`,
    parameters.length > 0 && `WITH (${parameters.join(', ')})`,
    attrs.where !== null && `WHERE ${attrs.where}`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Only a B-tree has an order (manual 11.4). The text of an expression goes in as it is, with parentheses where it has none. */
function partText({ column, expression, asc, nulls, opclass }: IndexPart, method: string): string {
  const what = column ? ident(nameOf(column)) : parenthesised(expression ?? '')
  const order =
    method !== 'btree'
      ? ''
      : `${asc ? '' : ' DESC'}${(nulls === 'last') === asc ? '' : ` NULLS ${nulls.toUpperCase()}`}`
  return `${what}${opclass ? ` ${opclass}` : ''}${order}`
}

/** Is the whole text inside one pair of parentheses, or a plain call? Then it needs no more. */
function parenthesised(text: string): string {
  const bare = text.trim()
  let depth = 0
  const body = bare.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g, (part) => 'x'.repeat(part.length))
  for (let i = 0; i < body.length; i++) {
    if (body[i] === '(') depth++
    else if (body[i] === ')') depth--
    if (depth === 0 && i < body.length - 1 && body[0] === '(') return `(${bare})`
  }
  return bare.startsWith('(') ? bare : `(${bare})`
}

function repeated(object: Index, view: View): readonly Condition[] {
  const columns = object.attrs.parts.map((part) => part.column)
  if (!columns.every((k): k is Key => k !== null)) return []
  const { where } = object.attrs
  if (where === null) return noDuplicates(columns, view)
  return unmoved(namesIn(where, object, view.to, ['column', 'enum']), view)
    ? noDuplicates(columns, view, { where })
    : []
}
