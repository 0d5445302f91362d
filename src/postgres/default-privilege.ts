import { type Field, kind } from '../dialect/kind.ts'
import { type Key, key, type Obj } from '../schema/object.ts'
import {
  both,
  changeRights,
  everybody,
  givenToAll,
  noRights,
  type Rights,
  type Subject,
  unlessGone,
  type Write,
} from './rights.ts'
import { ident } from './sql/quote.ts'

/** Stands for the role that runs the migrations. */
export const migrating = 'current_user'

/**
 * Who makes the things (`role`), what things (`on`, with `schema` only those in one schema), and who may use them:
 * `{ schema: 'app', role: 'current_user', on: 'tables', to: 'reader' }`.
 */
type Id = 'role' | 'on' | 'to'
type DefaultPrivilege = Obj<Id, Rights>

const rights = {
  with: ['privileges', 'grantable'],
  alter: ({ from, to }) => changeRights({ from: from.attrs, to: to.attrs }, to.id.to, writer(to)),
} as const satisfies Field<never, Id, Rights>

/** What others may do with things that are made from then on (manual, ALTER DEFAULT PRIVILEGES). */
export const defaultPrivilege = kind<Id, Rights>({
  name: 'defaultPrivilege',
  word: 'default privilege',
  cascades: () => true,
  calledAfter: { role: 'role', to: 'role' },
  unmoved: ({ from, to = from }) => (to ? [to.id.role, to.id.to].map((name) => key('role', name)) : []),
  // It holds for what is made in the same migration, too.
  early: 'first',
  fields: { privileges: rights, grantable: rights },
  create: (object) => changeRights({ from: untouched(object), to: object.attrs }, object.id.to, writer(object), false),
  drop: (object, view) =>
    unlessGone(
      [object.id.role, object.id.to],
      changeRights({ from: object.attrs, to: untouched(object) }, object.id.to, writer(object)),
      view,
    ),
  finds: ({ id }, schema) => [id.role, id.to].map((name) => key('role', name)).filter((role) => schema.has(role)),
})

/** By the things that they are about. */
export const defaultSubjects: Readonly<Record<string, Subject>> = {
  tables: 'table',
  sequences: 'sequence',
  functions: 'routine',
  types: 'type',
  schemas: 'schema',
}

const schemaOf = (id: Readonly<Record<string, string>>): string | undefined => id.schema

/** What everybody has can be taken away for all schemas alone (manual, ALTER DEFAULT PRIVILEGES). */
const untouched = ({ id }: DefaultPrivilege): Rights =>
  id.to === everybody && schemaOf(id) === undefined ? givenToAll(defaultSubjects[id.on]!) : noRights

/** What somebody may do with a new thing that the migrations make in a schema. */
export function givenAtFirst(
  subject: Subject,
  schema: string | undefined,
  to: string,
  get: (k: Key) => Obj | undefined,
): Rights {
  const on = Object.keys(defaultSubjects).find((word) => defaultSubjects[word] === subject)
  if (!on) return noRights
  const rightsAt = (...names: readonly string[]): Rights | undefined => {
    const found = get(key(defaultPrivilege.name, ...names, migrating, on, to))
    return defaultPrivilege.is(found) ? found.attrs : undefined
  }
  const everywhere = rightsAt() ?? (to === everybody ? givenToAll(subject) : noRights)
  return both(everywhere, (schema !== undefined && rightsAt(schema)) || noRights, subject)
}

function writer({ id }: DefaultPrivilege): Write {
  const schema = schemaOf(id)
  const where = `${id.role === migrating ? '' : ` FOR ROLE ${ident(id.role)}`}${schema === undefined ? '' : ` IN SCHEMA ${ident(schema)}`}`
  return (verb, privileges, tail) => ({
    sql: `ALTER DEFAULT PRIVILEGES${where} ${verb} ${privileges.map((p) => p.toUpperCase()).join(', ')} ON ${id.on.toUpperCase()} ${tail}`,
    lock: 'none',
  })
}
