import { everybody, type Rights, type Subject, spelled } from '../rights.ts'

/** What one role or everybody may do, as `rightsIn` selects it. */
interface Item {
  readonly to: string
  readonly privilege: string
  readonly grantable: boolean
}

export interface RightsRow {
  /** What the owner let others do. */
  readonly items: readonly Item[]
  /** What everybody may do where nobody has said anything. */
  readonly given: readonly string[]
  /** What is no grant of the owner to others. */
  readonly more: readonly string[]
  readonly version: number
}

/**
 * The columns of `RightsRow` of an access list, by SQL expressions. Its grants have the owner for their grantor, even
 * where a superuser made them. MAINTAIN came with 17: the owner of an older table lacks it. `letter`: as acldefault has it.
 */
export const rightsIn = (of: { acl: string; owner: string; letter: string; given: string }, version: number) => `
    ${version} as version, coalesce(${of.given}, '{}') as given,
    coalesce((select json_agg(json_build_object('to', ${role}, 'privilege', lower(a.privilege_type), 'grantable', a.is_grantable))
      from aclexplode(${of.acl}) a where a.grantor = ${of.owner} and a.grantee <> ${of.owner}), '[]') as items,
    array(select lower(a.privilege_type) || ' to ' || ${role} || ', granted by ' || a.grantor::regrole
      from aclexplode(${of.acl}) a where a.grantor <> ${of.owner})
    || array(select lower(d.privilege_type) || ' revoked from the owner'
      from aclexplode(acldefault(${of.letter}, ${of.owner})) d
      where d.grantee = ${of.owner} and d.privilege_type <> 'MAINTAIN' and not exists (
        select from aclexplode(${of.acl}) a where a.grantee = d.grantee and a.privilege_type = d.privilege_type)) as more`

const role = `case a.grantee when 0 then '${everybody}' else pg_get_userbyid(a.grantee)::text end`

/** What differs from what everybody has without a word, by who may do it. */
export function rightsBy({ items, given, version }: RightsRow, subject: Subject): ReadonlyMap<string, Rights> {
  const found = new Map<string, Rights>()
  for (const to of new Set([...(given.length ? [everybody] : []), ...items.map((item) => item.to)])) {
    const own = items.filter((item) => item.to === to)
    const words = (some: readonly Item[]) =>
      spelled(
        some.map(({ privilege }) => privilege),
        subject,
        version,
      )
    const rights = { privileges: words(own), grantable: words(own.filter(({ grantable }) => grantable)) }
    const asGiven = rights.grantable.length === 0 && rights.privileges.join() === given.join()
    if (to !== everybody || !asGiven) found.set(to, rights)
  }
  return found
}
