import {
  changesPublished,
  ordinaryPublication,
  publication,
  publishedKeys,
  publishedTables,
} from '../../postgres/publication.ts'
import { schemaKey } from '../../postgres/schema.ts'
import { isDeclaration } from '../declare/declaration.ts'
import type { PublicationOptions, PublishedPart } from '../declare/publication.ts'
import type { Reader } from './reader.ts'
import { type Known, targetKey } from './target.ts'

interface Given {
  readonly name: string
  readonly options: PublicationOptions
}

/** A set of tables, columns and schemas has no order of its own. */
export function readPublication({ name, options }: Given, reader: Reader, known: Known) {
  const { tables = [], schemas = [], publish = ordinaryPublication.publish } = options
  const attrs = {
    ...ordinaryPublication,
    allTables: tables === 'all',
    tables: publishedTables(tables === 'all' ? [] : tables.map((one) => readPart(one, reader, known))),
    schemas: schemas.map((one) => schemaKey(typeof one === 'string' ? one : one.schemaName)).sort(),
    publish: changesPublished.filter((change) => publish.includes(change)),
    viaPartitionRoot: options.viaPartitionRoot ?? false,
    generatedColumns: options.generatedColumns ?? false,
  }
  return [publication.make({ name }, attrs, undefined, publishedKeys(attrs))]
}

type Part = Exclude<NonNullable<PublicationOptions['tables']>, 'all'>[number]

function readPart(one: Part, reader: Reader, known: Known) {
  const { orm, core } = reader.library
  const isWhole = isDeclaration(one) || orm.is(one, core.PgTable)
  const { table, columns, where }: PublishedPart = isWhole ? { table: one } : (one as PublishedPart)
  return {
    table: targetKey(table, reader, known),
    columns: columns?.map((column) => reader.column(column)).sort() ?? null,
    where: where === undefined ? null : typeof where === 'string' ? where : reader.text(where, 'indexes'),
  }
}
