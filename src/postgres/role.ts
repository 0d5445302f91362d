import { type Draft, kind } from '../dialect/kind.ts'
import { type Key, key, nameOf, type Obj, type Pair } from '../schema/object.ts'
import { roleExists } from './exists.ts'
import { guarded } from './guard.ts'
import { ident } from './sql/quote.ts'

export type RoleAttrs = {
  readonly createDb: boolean
  readonly createRole: boolean
  readonly inherit: boolean
}

type Role = Obj<'name', RoleAttrs>

const names = ['createDb', 'createRole', 'inherit'] as const

/** The options that differ are set in one statement. */
const options = {
  with: names,
  alter: ({ from, to }: Pair<Role>): readonly Draft[] => {
    const changed = names.filter((name) => from.attrs[name] !== to.attrs[name])
    const set = changed.map((name) => `${to.attrs[name] ? '' : 'NO'}${name.toUpperCase()}`)
    return [{ sql: `ALTER ROLE ${ident(to.id.name)} ${set.join(' ')}`, lock: 'none' }]
  },
}

/** A role (manual, CREATE ROLE). All databases of a server share it, so one that is there already is taken as it is. */
export const role = kind<'name', RoleAttrs>({
  name: 'role',
  word: 'role',
  holdsData: true,
  shared: true,
  fields: {
    createDb: options,
    createRole: options,
    inherit: options,
  },
  create: (object) => [
    {
      sql: guarded({ sql: `CREATE ROLE ${ident(object.id.name)}${optionsOf(object)}`, unless: exists(object) }),
      lock: 'none',
    },
  ],
  drop: ({ id }) => [
    {
      sql: `DROP ROLE ${ident(id.name)}`,
      lock: 'none',
      loses: `the role ${ident(id.name)}, its password and memberships`,
    },
  ],
  rename: ({ from, to }) => [
    { sql: `ALTER ROLE ${ident(from.id.name)} RENAME TO ${ident(to.id.name)}`, lock: 'none', unless: exists(to) },
  ],
  claims: ({ id }) => [`role ${ident(id.name)}`],
})

const exists = ({ id }: Role): string => roleExists(id.name)

const optionsOf = ({ attrs }: Role): string =>
  [attrs.createDb && ' CREATEDB', attrs.createRole && ' CREATEROLE', !attrs.inherit && ' NOINHERIT']
    .filter(Boolean)
    .join('')

export const roleKey = (name: string) => key('role', name)

/** Words that stand for roles and are no names (manual, CREATE POLICY). */
const words = new Set(['public', 'current_role', 'current_user', 'session_user'])

/** What an attribute holds of a role that it names: its key, or the word that stands for one. */
export const roleRef = (name: string): string => (words.has(name) ? name : roleKey(name))

/** The name that such a reference was made of. */
export const roleName = (ref: string): string => (words.has(ref) ? ref : nameOf(ref as Key))

/** Such a reference as SQL. */
export const roleSql = (ref: string): string => (words.has(ref) ? ref.toUpperCase() : ident(nameOf(ref as Key)))

/** The keys among such references. */
export const roleKeys = (refs: readonly string[]): Key[] => refs.filter((ref) => !words.has(ref)) as Key[]
