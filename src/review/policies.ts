import { policy } from '../postgres/policy.ts'
import { roleName } from '../postgres/role.ts'
import { table as tables } from '../postgres/table.ts'
import { acts, all, alters, type TableName, tableKey, tableOf } from './acts.ts'
import type { NodeOf } from './parse.ts'
import type { Reviewed } from './statement.ts'

/** A policy as far as rules compare them. */
export interface Policy {
  readonly name: string
  readonly permissive: boolean
  readonly command: (typeof commands)[number] | 'all'
  /** Names of roles, or words like `public` that stand for some. */
  readonly roles: readonly string[]
  /** As the catalog has them; null where there is none, or where nobody has asked it. */
  readonly using: string | null
  readonly withCheck: string | null
}

/** What row-level security tells apart. */
export const commands = ['select', 'insert', 'update', 'delete'] as const

const words: Readonly<Record<string, string>> = {
  ROLESPEC_PUBLIC: 'public',
  ROLESPEC_CURRENT_USER: 'current_user',
  ROLESPEC_CURRENT_ROLE: 'current_role',
  ROLESPEC_SESSION_USER: 'session_user',
}

/** A policy as its statement says it. */
export const policyOf = (node: NodeOf<'CreatePolicyStmt'>): Policy => ({
  name: node.policy_name ?? '',
  permissive: node.permissive ?? false,
  command: (node.cmd_name ?? 'all') as Policy['command'],
  roles: all(node.roles, 'RoleSpec').map(({ roletype = '', rolename }) => rolename ?? words[roletype] ?? 'public'),
  using: null,
  withCheck: null,
})

/** The policies of a table once the migration has run; where nobody knows, those that its text makes. */
export function policiesOf({ after, statements }: Reviewed, table: TableName): readonly Policy[] {
  if (!after)
    return statements
      .flatMap((one) => acts(one, 'CreatePolicyStmt'))
      .filter(({ node }) => tableOf(node.table).id === table.id)
      .map(({ node }) => policyOf(node))
  return after
    .children(tableKey(table))
    .filter(policy.is)
    .map(({ id, attrs }) => ({
      name: id.name,
      permissive: attrs.as === 'permissive',
      command: attrs.for,
      roles: attrs.to.length === 0 ? ['public'] : attrs.to.map(roleName),
      using: attrs.using,
      withCheck: attrs.withCheck,
    }))
}

/** Is row-level security on once the migration has run? Null where nobody knows, or the table is gone by then. */
export function isSecured({ after, statements }: Reviewed, table: TableName): boolean | null {
  if (after) {
    const found = after.get(tableKey(table))
    return tables.is(found) ? found.attrs.rls : null
  }
  const turned = statements
    .flatMap((one) => alters(one, 'AT_EnableRowSecurity', 'AT_DisableRowSecurity'))
    .findLast((one) => one.table.id === table.id)
  if (turned) return turned.command.subtype === 'AT_EnableRowSecurity'
  const isNew = statements.some((one) =>
    acts(one, 'CreateStmt').some(({ node }) => tableOf(node.relation).id === table.id),
  )
  return isNew ? false : null
}

/** Does a policy speak of one of these commands of this role? */
export const speaksOf = ({ command, roles }: Policy, other: Pick<Policy, 'command' | 'roles'>): boolean =>
  (command === 'all' || other.command === 'all' || command === other.command) &&
  (roles.includes('public') || other.roles.includes('public') || roles.some((role) => other.roles.includes(role)))
