import { type Connection, DatabaseError } from '../dialect/connection.ts'
import { extensionOf } from '../postgres/extension-of.ts'
import { neon } from '../postgres/providers/neon.ts'
import { supabase } from '../postgres/providers/supabase.ts'
import { ident } from '../postgres/sql/quote.ts'

/** Hosts whose databases come with roles, schemas and functions of their own. */
export type Provider = 'supabase' | 'neon'

/** What a proof put in place of what the migrations do not make themselves: its name and its SQL. */
export type Assumed = Map<string, string>

const providers: Readonly<Record<Provider, string>> = { supabase, neon }

/** What a database of this provider holds before the first migration. */
export async function provide(connection: Connection, assumed: Assumed, names: readonly Provider[]): Promise<void> {
  for (const name of names) await stand(connection, assumed, `what ${name} provides`, providers[name])
}

/**
 * Tries something, and tries it again with a stand-in for each thing that the database says it misses. What is open is
 * rolled back before. Rejects with the database's first message that no stand-in helps against.
 */
export async function assuming<T>(connection: Connection, assumed: Assumed, attempt: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await attempt()
    } catch (error) {
      await connection.script('rollback').catch(() => {}) // an engine that was ended has rolled back by itself
      const found = error instanceof DatabaseError ? standInFor(error) : undefined
      if (!found || assumed.has(found.what)) throw error
      try {
        await stand(connection, assumed, found.what, found.sql)
      } catch {
        throw error
      }
    }
}

/** As drizzle-orm 0.31 makes it before the first migration; some migrations look into it. */
const ledger = `create schema if not exists drizzle;
  create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`

async function stand(connection: Connection, assumed: Assumed, what: string, sql: string): Promise<void> {
  await connection.script(sql)
  assumed.set(what, sql)
}

/** What would have prevented an error about something that does not exist (SQLSTATE 42704, 42883, 3F000, 42P01). */
function standInFor({ message, state }: DatabaseError): { what: string; sql: string } | undefined {
  if (!['42704', '42883', '3F000', '42P01'].includes(state)) return undefined
  const role = /^role "(.+)" does not exist$/s.exec(message)?.[1]
  if (role !== undefined) return { what: `role ${role}`, sql: `create role ${ident(role)} nologin` }
  if (/\bauth\.user_id\(/.test(message)) return { what: 'what neon provides', sql: neon }
  if (/^relation "drizzle\.__drizzle_migrations"/.test(message)) return { what: 'the ledger', sql: ledger }
  if (/\b(auth|storage|vault)\.|schema "(auth|storage|vault|extensions)"/.test(message))
    return { what: 'what supabase provides', sql: supabase }
  const extension = extensionOf(message)
  if (!extension) return undefined
  const { name, schema } = extension
  const place = schema && `create schema if not exists ${ident(schema)}; `
  const into = schema && ` schema ${ident(schema)}`
  return { what: `extension ${name}`, sql: `${place}create extension if not exists ${ident(name)}${into} cascade` }
}
