import { type Draft, type Field, kind } from '../dialect/kind.ts'
import { canonical } from '../schema/hash.ts'
import type { Key, Obj, Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { changesAtOnce } from './changes-at-once.ts'
import { publicationExists, publicationNames } from './exists.ts'
import { namesIn, types } from './names.ts'
import { ident, identList, sqlName } from './sql/quote.ts'

export const changesPublished = ['insert', 'update', 'delete', 'truncate'] as const

export type PublishedTable = {
  readonly table: Key
  /** Null for all of them, those to come too. */
  readonly columns: readonly Key[] | null
  /** The condition of the rows that are published. */
  readonly where: string | null
}

export type PublicationAttrs = {
  /** FOR ALL TABLES, those to come too. */
  readonly allTables: boolean
  /** In order of their keys. */
  readonly tables: readonly PublishedTable[]
  /** All tables of these schemas, those to come too (from 15); in order of their keys. */
  readonly schemas: readonly Key[]
  readonly publish: readonly (typeof changesPublished)[number][]
  /** Changes of a partition are published as those of its table. */
  readonly viaPartitionRoot: boolean
  /** Stored generated columns are published, too (from 18). */
  readonly generatedColumns: boolean
}

type Id = 'name'
type Publication = Obj<Id, PublicationAttrs>

const content = {
  with: ['tables', 'schemas', 'publish', 'viaPartitionRoot', 'generatedColumns'],
  alter: (pair, view) => {
    const taken = uses(pair.to, view.to).filter((k) => !tablesOf(pair.from).includes(k))
    if (!changesAtOnce({ from: uses(pair.from, view.from), to: taken }, view)) return 'replace'
    const drafts = [...contentChanges(pair), ...settingChanges(pair)]
    // Columns and conditions of a partitioned table are there only while that is so (manual, CREATE PUBLICATION).
    return pair.to.attrs.viaPartitionRoot && !pair.from.attrs.viaPartitionRoot ? drafts.reverse() : drafts
  },
} as const satisfies Field<never, Id, PublicationAttrs>

function contentChanges({ from, to }: Pair<Publication>): readonly Draft[] {
  const content = ({ attrs: { tables, schemas } }: Publication) => canonical({ tables, schemas })
  if (content(from) === content(to)) return []
  const all = objects(to)
  if (all) return [{ sql: alter(to, `SET ${all}`), lock: to.attrs.tables.length > 0 ? lock : lockOf(from) }]
  const unless = `NOT ${publicationNames(to.id.name, from.attrs.tables.length > 0 ? 'rel' : 'namespace')}`
  return [{ sql: alter(to, `DROP ${bare(from)}`), lock: lockOf(from), unless }]
}

function settingChanges({ from, to }: Pair<Publication>): readonly Draft[] {
  const changed = parameters(to, from)
  return changed.length > 0 ? [{ sql: alter(to, `SET (${changed.join(', ')})`), lock: 'none' }] : []
}

const lock = 'share-update-exclusive'
const lockOf = ({ attrs }: Publication) => (attrs.tables.length > 0 ? lock : 'none')

/** What is published for logical replication (manual, CREATE PUBLICATION). */
export const publication = kind<Id, PublicationAttrs>({
  name: 'publication',
  word: 'publication',
  // A condition holds on to the type of a column, and so does a list of columns (ATExecAlterColumnType in tablecmds.c).
  rigid: ({ attrs }) => attrs.tables.some(({ columns, where }) => columns !== null || where !== null),
  // Also one that leaves it: what else changes of a table is nothing to it.
  unmoved: ({ from, to }) => (from && to ? tablesOf(from) : []),
  fields: {
    allTables: 'replace',
    tables: content,
    schemas: content,
    publish: content,
    viaPartitionRoot: content,
    generatedColumns: content,
  },
  create(object) {
    const all = object.attrs.allTables ? 'ALL TABLES' : objects(object)
    const list = parameters(object)
    const sql = [
      `CREATE PUBLICATION ${ident(object.id.name)}`,
      all && `FOR ${all}`,
      list.length > 0 && `WITH (${list.join(', ')})`,
    ]
    const unless = publicationExists(object.id.name)
    return [{ sql: sql.filter(Boolean).join(' '), lock: lockOf(object), unless }]
  },
  drop: (object) => [{ sql: `DROP PUBLICATION ${ident(object.id.name)}`, lock: 'none' }],
  rename: ({ from, to }) => [
    { sql: alter(from, `RENAME TO ${ident(to.id.name)}`), lock: 'none', unless: publicationExists(to.id.name) },
  ],
  claims: ({ id }) => [`publication ${ident(id.name)}`],
  finds: (object, schema) => object.attrs.tables.flatMap((one) => namedIn(one, object, schema)),
})

const tablesOf = ({ attrs }: Publication): readonly Key[] => attrs.tables.map(({ table }) => table)

const uses = (object: Publication, schema: Schema): readonly Key[] => [
  ...object.refs,
  ...object.attrs.tables.flatMap((one) => namedIn(one, object, schema)),
]

const namedIn = ({ table, where }: PublishedTable, object: Publication & Obj, schema: Schema): readonly Key[] =>
  where === null ? [] : namesIn(where, { ...object, parent: table }, schema, ['column', 'function', ...types])

const alter = ({ id }: Obj<Id>, what: string): string => `ALTER PUBLICATION ${ident(id.name)} ${what}`

/** `TABLE "public"."users" ("id") WHERE (id > 5), TABLES IN SCHEMA "app"`. The word before each table is there from 15 on. */
function objects({ attrs }: Publication): string {
  const tables = attrs.tables.map(({ table, columns, where }, i) =>
    [
      `${i === 0 ? 'TABLE ' : ''}${sqlName(table)}`,
      columns && `(${identList(columns)})`,
      where !== null && `WHERE (${where})`,
    ]
      .filter(Boolean)
      .join(' '),
  )
  return [...tables, ...attrs.schemas.map((k) => `TABLES IN SCHEMA ${sqlName(k)}`)].join(', ')
}

/** The same by their names alone, as DROP takes them. */
const bare = ({ attrs }: Publication): string =>
  [
    ...attrs.tables.map(({ table }, i) => `${i === 0 ? 'TABLE ' : ''}${sqlName(table)}`),
    ...attrs.schemas.map((k) => `TABLES IN SCHEMA ${sqlName(k)}`),
  ].join(', ')

/** What it has of its own when nobody says so. */
export const ordinaryPublication: Pick<PublicationAttrs, 'publish' | 'viaPartitionRoot' | 'generatedColumns'> = {
  publish: changesPublished,
  viaPartitionRoot: false,
  generatedColumns: false,
}

/** The parameters that differ from those of another one, or from what is there without a word. */
function parameters(
  { attrs }: Publication,
  { attrs: other }: Pick<Publication, 'attrs'> | { attrs: typeof ordinaryPublication } = { attrs: ordinaryPublication },
): string[] {
  const { publish, viaPartitionRoot, generatedColumns } = attrs
  return [
    ...(publish.join() === other.publish.join() ? [] : [`publish = '${publish.join(', ')}'`]),
    ...(viaPartitionRoot === other.viaPartitionRoot ? [] : [`publish_via_partition_root = ${viaPartitionRoot}`]),
    ...(generatedColumns === other.generatedColumns
      ? []
      : [`publish_generated_columns = ${generatedColumns ? 'stored' : 'none'}`]),
  ]
}

export const publishedTables = (tables: readonly PublishedTable[]): readonly PublishedTable[] =>
  [...tables].sort((a, b) => (a.table < b.table ? -1 : 1))

/** The keys that stand in the attributes. */
export const publishedKeys = ({ tables, schemas }: Pick<PublicationAttrs, 'tables' | 'schemas'>): readonly Key[] => [
  ...new Set([...tables.flatMap(({ table, columns }) => [table, ...(columns ?? [])]), ...schemas]),
]
