import { publication, publishedKeys, publishedTables } from '../publication.ts'
import { schemaKey } from '../schema.ts'
import { type Catalog, type Found, first, notOfExtension, type Oid, source } from './source.ts'

interface PublicationRow {
  readonly oid: Oid
  readonly name: string
  readonly allTables: boolean
  readonly tables: readonly {
    readonly table: Oid
    readonly columns: readonly number[] | null
    readonly where: string | null
  }[]
  readonly schemas: readonly string[]
  readonly insert: boolean
  readonly update: boolean
  readonly delete: boolean
  readonly truncate: boolean
  readonly viaPartitionRoot: boolean
  readonly generatedColumns: boolean
}

/** Publications. One of a table that is not read says so. */
export const publications = source<PublicationRow>({
  query: (version) => `
    select p.oid, p.pubname::text as name, p.puballtables as "allTables",
      (select coalesce(json_agg(json_build_object('table', r.prrelid,
        'columns', ${version >= 150000 ? 'r.prattrs::int4[]' : 'null'},
        'where', ${version >= 150000 ? 'pg_get_expr(r.prqual, r.prrelid)' : 'null'})), '[]')
        from pg_publication_rel r where r.prpubid = p.oid) as tables,
      ${version >= 150000 ? `array(select n.nspname::text from pg_publication_namespace s join pg_namespace n on n.oid = s.pnnspid where s.pnpubid = p.oid)` : `'{}'::text[]`} as schemas,
      p.pubinsert as insert, p.pubupdate as update, p.pubdelete as delete, p.pubtruncate as truncate,
      p.pubviaroot as "viaPartitionRoot", ${version >= 180000 ? `p.pubgencols = 's'` : 'false'} as "generatedColumns"
    from pg_publication p where p.oid >= ${first} and ${notOfExtension('pg_publication', 'p.oid')}`,
  find: (rows, catalog) => rows.map((row) => found(row, catalog)),
})

function found(row: PublicationRow, catalog: Catalog): Found {
  const isRead = ({ table }: PublicationRow['tables'][number]) => catalog.keyAt(`pg_class ${table}`) !== undefined
  const tables = row.tables.filter(isRead).map(({ table, columns, where }) => ({
    table: catalog.keyAt(`pg_class ${table}`)!,
    columns: columns && [...catalog.columns(table, columns)].sort(),
    where,
  }))
  const attrs = {
    allTables: row.allTables,
    tables: publishedTables(tables),
    schemas: row.schemas.map(schemaKey).sort(),
    publish: (['insert', 'update', 'delete', 'truncate'] as const).filter((change) => row[change]),
    viaPartitionRoot: row.viaPartitionRoot,
    generatedColumns: row.generatedColumns,
  }
  return {
    object: publication.make({ name: row.name }, attrs, undefined, publishedKeys(attrs)),
    more: row.tables.every(isRead) ? [] : ['tables of an extension'],
    at: `pg_publication ${row.oid}`,
  }
}
