import { type Connection, DatabaseError } from '../../dialect/connection.ts'
import { SluiceError } from '../../errors.ts'
import { ident, literal } from '../sql/quote.ts'
import { connect } from './connect.ts'
import { refuseShared, spells } from './shared-state.ts'

/** A server that proofs run on in place of the embedded engine. */
export interface Shadow {
  /**
   * A new database on it, one at a time: roles are of the whole server. It goes when the connection is closed, and the
   * roles that were made in it go along.
   */
  open(options: { readonly statementLimit: number; readonly signal?: AbortSignal }): Promise<Connection>
  close(): Promise<void>
}

/** What its comment begins with; behind it stand the roles that were made in it, by their oids. */
const mark = 'made by sluice for a proof; roles: '

/**
 * A server at a URL whose database is not touched. Of two runs at once the second waits, and what a killed run has left
 * is removed by the next one.
 *
 * @throws SluiceError `DATABASE_…`, `SHADOW_NOT_SUPERUSER`
 */
export async function openShadow(url: string, signal: AbortSignal): Promise<Shadow> {
  const admin = await connect(url, { applicationName: 'sluice shadow', signal })
  const abort = () => void admin.cancel()
  try {
    signal.addEventListener('abort', abort)
    const [row] = await admin.query<{ name: string; super: boolean; user: string }>(
      `select 'sluice_shadow_' || d.oid as name, r.rolsuper as super, r.rolname::text as user
       from pg_database d, pg_roles r where d.datname = current_database() and r.rolname = current_user`,
    )
    const { name, super: isSuper, user } = row!
    // It fills tables past their triggers, and makes extensions.
    if (!isSuper) throw new SluiceError('SHADOW_NOT_SUPERUSER', { user, target: admin.label })
    await admin.query('select pg_advisory_lock(hashtext($1))', [name])
    await remove(admin, name)
    return {
      open: async ({ statementLimit, signal: each = signal }) => {
        await admin.script(`create database ${name} template template0`)
        await admin.script(
          `comment on database ${name} is ${literal(mark)}; alter database ${name} set timezone = 'UTC';
           alter database ${name} set statement_timeout = ${statementLimit}`,
        )
        try {
          return enter(await connect(at(url, name), { signal: each }), admin, name, each)
        } catch (error) {
          await remove(admin, name)
          throw error
        }
      },
      close: () => admin.close(),
    }
  } catch (error) {
    await admin.close()
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

/** The same server and user, and another database. */
const at = (url: string, database: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href

function enter(session: Connection, admin: Connection, name: string, signal: AbortSignal): Connection {
  const own = new Set<string>()
  const abort = () => void session.cancel()
  signal.addEventListener('abort', abort)
  const rolesOf = async () => {
    const rows = await session.query<{ oid: string; name: string }>(
      'select oid::text, rolname::text as name from pg_roles',
    )
    return new Map(rows.map((role) => [role.oid, role.name]))
  }
  return {
    ...session,
    query(sql, params) {
      signal.throwIfAborted()
      return session.query(sql, params)
    },
    async script(sql) {
      signal.throwIfAborted()
      if (!/\b(?:role|user|group|owned|grant|revoke|database|tablespace|system)\b/i.test(sql))
        return session.script(sql)
      // In a transaction that has failed nothing can be asked, and nothing be made.
      const before = await rolesOf().catch(failed)
      if (!before) return session.script(sql)
      refuseShared(sql, { all: [...before.values()], own: [...own].flatMap((oid) => before.get(oid) ?? []) })
      const rows = await session.script(sql)
      const made = [...((await rolesOf().catch(failed)) ?? [])].filter(
        ([oid, role]) => !before.has(oid) && spells(sql, role),
      )
      for (const [oid] of made) own.add(oid)
      if (made.length > 0) await admin.script(`comment on database ${name} is ${literal(mark + [...own].join(' '))}`)
      return rows
    },
    async close() {
      signal.removeEventListener('abort', abort)
      await session.close()
      await remove(admin, name)
    },
  }
}

function failed(error: unknown): undefined {
  if (!(error instanceof DatabaseError)) throw error
}

/** Removes the database of a proof, and the roles that its comment names. Another one that happens to have its name stays. */
async function remove(admin: Connection, name: string): Promise<void> {
  const [row] = await admin.query<{ text: string | null }>(
    `select shobj_description(oid, 'pg_database') as text from pg_database where datname = $1`,
    [name],
  )
  if (!row?.text?.startsWith(mark)) return
  const roles = await admin.query<{ role: string }>(
    'select rolname::text as role from pg_roles where oid::text = any($1)',
    [row.text.slice(mark.length).split(' ')],
  )
  await admin.script(`drop database ${name} with (force)`)
  // One that somebody else has begun to use meanwhile is theirs.
  for (const { role } of roles) await admin.script(`drop role ${ident(role)}`).catch(failed)
}
