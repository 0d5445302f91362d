import { DatabaseError } from '../../dialect/connection.ts'
import { split } from '../sql/split.ts'

/** Roles that stand: all of the server, and those that were made for this. */
interface Roles {
  readonly all: readonly string[]
  readonly own: readonly string[]
}

/** SQLSTATE feature_not_supported. */
const state = '0A000'

const message = 'what the whole server shares is left as it is in a proof'

/**
 * Statements that would change what all databases of a server share, and so what is not of a proof: its databases,
 * settings and those roles that were there before.
 * @throws DatabaseError of which `touchesShared` holds
 */
export function refuseShared(sql: string, roles: Roles): void {
  for (const { text } of split(sql)) {
    const refused = servers.test(text) || (onRoles.test(text) && meets(text, roles))
    if (refused) throw new DatabaseError(`${message}: ${text.split('\n', 1)[0]!}`, { state })
  }
}

export const touchesShared = (error: DatabaseError): boolean =>
  error.state === state && error.message.startsWith(message)

const servers = /^(?:(?:create|alter|drop)\s+(?:database|tablespace)|alter\s+system)\b/i

/** Also a membership: a grant without ON. */
const onRoles =
  /^(?:(?:alter|drop)\s+(?:role|user|group)\s|(?:reassign|drop)\s+owned\s|(?:grant|revoke)\s(?:(?!\son\s).)*$)/is

/** Whether it spells a role that was there before, or a word for one, and none that was made since. */
function meets(text: string, { all, own }: Roles): boolean {
  const isSpelled = (name: string) => spells(text, name)
  return !own.some(isSpelled) && [...all, 'all', 'current_role', 'current_user', 'session_user'].some(isSpelled)
}

/** Does a text hold a name, in quotes or as a word? Behind a dot it is something else. */
export function spells(text: string, name: string): boolean {
  const quoted = `"${name.replaceAll('"', '""')}"`
  const plain = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  return new RegExp(`${plain(quoted)}|(?<![\\w$".])${plain(name)}(?![\\w$"])`, 'i').test(text)
}
