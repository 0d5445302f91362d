import fc from 'fast-check'
import { comment, isCommentable } from '../../../src/postgres/comment.ts'
import { grant, subjects } from '../../../src/postgres/grant.ts'
import { spelled } from '../../../src/postgres/rights.ts'
import { keyOf, type Obj } from '../../../src/schema/object.ts'
import { part } from './part.ts'

const remark = fc.record({
  text: fc.option(fc.constantFrom('people', "it's \\ so;\n--", '😀')),
  to: fc.option(fc.constantFrom('authenticated', 'public')),
  all: fc.boolean(),
  privileges: fc.subarray(['delete', 'insert', 'select', 'update', 'usage'], { minLength: 1 }),
  grantable: fc.boolean(),
})

type Remark = typeof remark extends fc.Arbitrary<infer T> ? T : never

/** What is said of every object, and who may do what with it. */
export const someRemarks = part({
  some: fc.array(remark, { minLength: 1, maxLength: 12 }),
  objects: (drawn, there) => there.flatMap((object, i) => remarksOn(object, drawn[i % drawn.length]!)),
})

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
