import { type Field, kind } from '../dialect/kind.ts'
import { key, type Obj } from '../schema/object.ts'
import { ident } from './quote.ts'
import { changeRights, everybody, givenToAll, giveRights, type Rights, type Subject, type Write } from './rights.ts'

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
  fields: { privileges: rights, grantable: rights },
  create: (object) => giveRights(object.attrs, given(object), object.id.to, writer(object)),
  drop: (object) =>
    changeRights(
      { from: object.attrs, to: { privileges: given(object), grantable: [] } },
      object.id.to,
      writer(object),
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

/** What is given to everybody can be taken away for all schemas alone (manual, ALTER DEFAULT PRIVILEGES). */
function given({ id }: DefaultPrivilege): readonly string[] {
  return id.to === everybody && schemaOf(id) === undefined ? (givenToAll[defaultSubjects[id.on]!] ?? []) : []
}

function writer({ id }: DefaultPrivilege): Write {
  const schema = schemaOf(id)
  const where = `${id.role === migrating ? '' : ` FOR ROLE ${ident(id.role)}`}${schema === undefined ? '' : ` IN SCHEMA ${ident(schema)}`}`
  return (verb, privileges, tail) => ({
    sql: `ALTER DEFAULT PRIVILEGES${where} ${verb} ${privileges.map((p) => p.toUpperCase()).join(', ')} ON ${id.on.toUpperCase()} ${tail}`,
    lock: 'none',
  })
}
