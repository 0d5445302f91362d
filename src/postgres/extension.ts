import { kind } from '../dialect/kind.ts'
import { type Key, key, nameOf } from '../schema/object.ts'
import { schemaKey } from './schema.ts'
import { ident, literal } from './sql/quote.ts'

export type ExtensionAttrs = {
  /** The schema of what it brings. */
  readonly schema: Key
  /** The least version; null for any. */
  readonly version: string | null
}

/** An extension of the database (manual, CREATE EXTENSION). What it brings is not ours. */
export const extension = kind<'name', ExtensionAttrs>({
  name: 'extension',
  word: 'extension',
  early: true,
  fields: {
    schema: {
      alter: ({ to }) => [
        { sql: `ALTER EXTENSION ${ident(to.id.name)} SET SCHEMA ${ident(nameOf(to.attrs.schema))}`, lock: 'none' },
      ],
    },
    version: {
      // There is no way back to an older one.
      same: (from, to) => to === null || (from !== null && compare(from, to) >= 0),
      alter: ({ to }) => [
        { sql: `ALTER EXTENSION ${ident(to.id.name)} UPDATE TO ${literal(to.attrs.version!)}`, lock: 'none' },
      ],
    },
  },
  create: ({ id, attrs }) => [
    {
      sql: [
        `CREATE EXTENSION IF NOT EXISTS ${ident(id.name)}`,
        // Some have a place of their own, and take no other.
        attrs.schema !== schemaKey('public') && `SCHEMA ${ident(nameOf(attrs.schema))}`,
        attrs.version !== null && `VERSION ${literal(attrs.version)}`,
      ]
        .filter(Boolean)
        .join(' '),
      lock: 'none',
    },
  ],
  drop: ({ id }) => [{ sql: `DROP EXTENSION ${ident(id.name)}`, lock: 'none' }],
  finds: ({ id }, schema) => (requires[id.name] ?? []).map(extensionKey).filter((k) => schema.has(k)),
})

const extensionKey = (name: string): Key => key('extension', name)

/** Extensions that stand on others (their control files). */
const requires: Readonly<Record<string, readonly string[]>> = {
  earthdistance: ['cube'],
  postgis_raster: ['postgis'],
  postgis_sfcgal: ['postgis'],
  postgis_tiger_geocoder: ['postgis', 'fuzzystrmatch'],
  postgis_topology: ['postgis'],
  pgrouting: ['postgis'],
  vectorscale: ['vector'],
}

/** Versions by their numbers: `1.10` is newer than `1.9`. */
function compare(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split(/\D+/).map(Number)) as [number[], number[]]
  for (let i = 0; i < Math.max(x.length, y.length); i++)
    if ((x[i] ?? 0) !== (y[i] ?? 0)) return (x[i] ?? 0) - (y[i] ?? 0)
  return 0
}
