import type { Draft, View } from '../dialect/kind.ts'
import { key, type Pair } from '../schema/object.ts'
import { roleExists } from './exists.ts'
import { ident } from './sql/quote.ts'

/** What somebody may do with something. */
export type Rights = {
  /** In lower case, sorted. `['all']`: whatever a table can grant, which is one more thing from 17 on. */
  readonly privileges: readonly string[]
  /** Those that may be passed on. */
  readonly grantable: readonly string[]
}

export const noRights: Rights = { privileges: [], grantable: [] }

/** Privileges by what they are about (manual 5.8). */
const possible = {
  table: ['delete', 'insert', 'maintain', 'references', 'select', 'trigger', 'truncate', 'update'],
  column: ['insert', 'references', 'select', 'update'],
  sequence: ['select', 'update', 'usage'],
  schema: ['create', 'usage'],
  routine: ['execute'],
  type: ['usage'],
} as const

export type Subject = keyof typeof possible

/** Privileges in the one spelling that a state has for them. */
export function spelled(words: readonly string[], subject: Subject, version = Number.POSITIVE_INFINITY): string[] {
  const every = possible[subject].filter((word) => word !== 'maintain' || version >= 170000)
  const all = words.includes('all') || every.every((word) => words.includes(word))
  if (!all) return [...new Set(words)].sort()
  return subject === 'table' ? ['all'] : [...every]
}

/** Everybody, with or without a role of their own: no role can have this name. */
export const everybody = 'public'

/** What everybody may do with a new thing, as long as nobody has said anything (manual 5.8). */
export function givenToAll(subject: Subject): Rights {
  return subject === 'routine' || subject === 'type' ? { privileges: possible[subject], grantable: [] } : noRights
}

/** Writes a statement: `verb` is GRANT, REVOKE or REVOKE GRANT OPTION FOR, `tail` TO or FROM somebody, with what follows. */
export type Write = (verb: string, privileges: readonly string[], tail: string) => Draft

/** The statements that lead from some rights to others. `from` may be a guess: then `sure` is false, and all is granted. */
export function changeRights({ from, to }: Pair<Rights>, role: string, write: Write, sure = true): readonly Draft[] {
  const name = role === everybody ? 'PUBLIC' : ident(role)
  const draft = (verb: string, words: readonly string[], tail: string): readonly Draft[] =>
    words.length ? [write(verb, words, tail)] : []
  const gone = without(from.privileges, to.privileges)
  // Some of all are taken away: which ones those are differs from server to server, so all are.
  const kept = gone.includes('all') ? noRights : from
  const bound = without(kept.grantable, [...to.grantable, ...gone])
  const plain = sure ? kept.privileges : []
  const passed = sure && !bound.includes('all') ? kept.grantable : []
  return [
    ...draft('REVOKE', gone, `FROM ${name}`),
    ...draft('REVOKE GRANT OPTION FOR', bound, `FROM ${name}`),
    ...draft('GRANT', without(to.privileges, [...plain, ...to.grantable]), `TO ${name}`),
    ...draft('GRANT', without(to.grantable, passed), `TO ${name} WITH GRANT OPTION`),
  ]
}

/** What is said of roles that may go: the second time there is nobody left to say it of. */
export function unlessGone(names: readonly string[], drafts: readonly Draft[], { from, to }: View): readonly Draft[] {
  const gone = names.filter((name) => from.has(key('role', name)) && !to.has(key('role', name)))
  if (gone.length === 0) return drafts
  const without = gone.map((name) => `NOT (${roleExists(name)})`)
  return drafts.map((draft) => ({
    ...draft,
    unless: [...(draft.unless ? [draft.unless] : []), ...without].join(' OR '),
  }))
}

/** Rights without some of them. Of all that a table can grant what every supported version knows is left. */
export function less(rights: Rights, words: readonly string[], subject: Subject): Rights {
  const left = (some: readonly string[]) => {
    const every = some.includes('all') ? possible[subject].filter((word) => word !== 'maintain') : some
    return words.includes('all') ? [] : every.filter((word) => !words.includes(word))
  }
  return { privileges: left(rights.privileges), grantable: left(rights.grantable) }
}

/** Some rights and others. */
export const both = (a: Rights, b: Rights, subject: Subject): Rights => ({
  privileges: spelled([...a.privileges, ...b.privileges], subject),
  grantable: spelled([...a.grantable, ...b.grantable], subject),
})

/** Those that others do not cover. */
const without = (words: readonly string[], others: readonly string[]): readonly string[] =>
  others.includes('all') ? [] : words.filter((word) => !others.includes(word))
