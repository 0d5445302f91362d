import { kind } from '../dialect/kind.ts'
import { key } from '../schema/object.ts'
import { schemaExists } from './exists.ts'
import { ident } from './sql/quote.ts'

/** A schema has nothing to compare but its name. */
export type SchemaAttrs = Readonly<Record<never, never>>

/** A namespace (manual, CREATE SCHEMA). `public` is part of every state: nobody declares it. */
export const schema = kind<'name', SchemaAttrs>({
  name: 'schema',
  word: 'schema',
  holdsData: true,
  fields: {},
  create: ({ id }) => [{ sql: `CREATE SCHEMA ${ident(id.name)}`, lock: 'none' }],
  drop: ({ id }) => [{ sql: `DROP SCHEMA ${ident(id.name)}`, lock: 'none' }],
  rename: ({ from, to }) => [
    {
      sql: `ALTER SCHEMA ${ident(from.id.name)} RENAME TO ${ident(to.id.name)}`,
      lock: 'none',
      unless: schemaExists(to.id.name),
    },
  ],
  claims: ({ id }) => [`schema ${ident(id.name)}`],
})

export const schemaKey = (name: string) => key('schema', name)
