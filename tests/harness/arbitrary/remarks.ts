import fc from 'fast-check'
import { comment, isCommentable } from '../../../src/postgres/comment.ts'
import { defaultPrivilege } from '../../../src/postgres/default-privilege.ts'
import { givenOn, grant, subjects } from '../../../src/postgres/grant.ts'
import { everybody, givenToAll, spelled } from '../../../src/postgres/rights.ts'
import { keyOf, type Obj } from '../../../src/schema/object.ts'
import { roleNames } from './names.ts'
import { part } from './part.ts'
import { hasRole } from './privileges.ts'

const remarkFor = (...roles: readonly string[]) =>
  fc.record({
    text: fc.option(fc.constantFrom('people', "it's \\ so;\n--", '😀')),
    to: fc.option(fc.constantFrom(...roles)),
    all: fc.boolean(),
    privileges: fc.subarray(['delete', 'insert', 'select', 'update', 'usage'], { minLength: 1 }),
    grantable: fc.boolean(),
  })

const remark = remarkFor('authenticated', 'public')

type Remark = typeof remark extends fc.Arbitrary<infer T> ? T : never

/** What is said of every object, and who may do what with it. */
export const someRemarks = part({
  some: fc.array(remark, { minLength: 1, maxLength: 12 }),
  objects: (drawn, there) => there.flatMap((object, i) => remarksOn(object, drawn[i % drawn.length]!)),
})

/** What is said of publications and roles, what roles may do with everything else, and what default privileges let others do with it. */
export const someMoreRemarks = part({
  some: fc.array(remarkFor(...roleNames), { minLength: 1, maxLength: 12 }),
  objects: (drawn, there) => {
    const made = there.flatMap((object, i) => {
      const { to, text, ...rest } = drawn[i % drawn.length]!
      const isNew = object.kind === 'publication' || object.kind === 'role'
      return remarksOn(object, {
        ...rest,
        to: to !== null && hasRole(to, there) ? to : null,
        text: isNew ? text : null,
      })
    })
    const all = [...there, ...made]
    return [...made, ...there.flatMap((object) => givenAtFirst(object, all))]
  },
})

/**
 * What default privileges let others do with it, where no grant says so. As an object: what they say counts for what is made
 * after them, and on the way from another state it may be there before.
 */
function givenAtFirst(object: Obj, there: readonly Obj[]): readonly Obj[] {
  const subject = subjects[object.kind]
  if (!subject || subject === 'schema') return []
  const roles = new Set(there.filter(defaultPrivilege.is).map(({ id }) => id.to))
  return [...roles].flatMap((to) => {
    if (there.some((one) => grant.is(one) && one.parent === keyOf(object) && one.id.to === to)) return []
    const names = Object.values(object.id)
    const rights = givenOn(names, object.kind, to, (k) => there.find((one) => keyOf(one) === k))
    const usual = to === everybody ? givenToAll(subject).privileges : []
    if (rights.privileges.join() === usual.join()) return []
    return [grant.make({ ...object.id, of: object.kind, to }, { ...rights, generator: null }, keyOf(object))]
  })
}

function remarksOn(object: Obj, { text, to, all, grantable, ...drawn }: Remark): readonly Obj[] {
  const made: Obj[] = []
  const id = { ...object.id, of: object.kind }
  // An extension brings a comment of its own, which COMMENT … IS NULL does not bring back (manual, CREATE EXTENSION).
  const says = isCommentable(object.kind) && object.kind !== 'extension'
  if (text !== null && says) made.push(comment.make(id, { text }, keyOf(object)))
  const subject = subjects[object.kind]
  if (!subject || to === null || subject === 'schema') return made
  const possible = spelled(['all'], subject)
  const some = spelled(
    drawn.privileges.filter((word) => possible.includes(word) || (possible.includes('all') && word !== 'usage')),
    subject,
  )
  // Everybody may use a type by themselves: it is a grant that they may not.
  const isClosed = subject === 'type' && to === 'public'
  const privileges = isClosed ? [] : all ? possible : some
  if (privileges.length === 0 && !isClosed) return made
  const passed = grantable && to !== 'public' ? privileges.slice(0, 1) : []
  return [...made, grant.make({ ...id, to }, { privileges, grantable: passed, generator: null }, keyOf(object))]
}
