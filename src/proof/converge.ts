import { DatabaseError } from '../dialect/connection.ts'
import type { Dialect } from '../dialect/dialect.ts'
import { type Change, subject } from '../diff/change.ts'
import { diff } from '../diff/diff.ts'
import { type Survey, unmodelledText } from '../postgres/catalog.ts'
import { canonical } from '../schema/hash.ts'
import { type Key, keyOf, namesOf, type Pair } from '../schema/object.ts'
import type { Base } from './base.ts'
import type { ProveInput } from './prove-input.ts'
import type { Subject } from './trial.ts'

/** What a migration did, held against what it should do. */
export interface Convergence {
  /** Where the database is not as declared: what the migration should have changed, or changed and should not have. */
  readonly left: readonly string[]
  /** What it changed that nobody declared. */
  readonly changed: readonly string[]
}

/**
 * Compares the database after a migration with the declared state. Only what the declared states differ in and what the
 * migration changed is looked at: what was not as declared before is none of its doing. Where that cannot be, says why.
 */
export async function converge(
  read: Pair<Survey>,
  { dialect, pair }: Pick<ProveInput, 'dialect' | 'pair'>,
  base: Base,
  { touched }: Pick<Subject, 'touched'>,
): Promise<Convergence | string> {
  const made = changesOf({ from: read.from.schema, to: read.to.schema }, dialect)
  // Beside the change there is nothing undeclared, but there are names that the server has cut to 63 bytes.
  const isDeclared = (k: Key) => base.name === 'neighbourhood' || touched.has(k) || pair.from.has(k) || pair.to.has(k)
  const looked = new Set([...touched, ...made.flatMap(keysOf).filter(isDeclared)])
  const wanted = looked.size > 0 ? await base.settle(looked).catch(refusal) : dialect.empty
  if (typeof wanted === 'string') return `the declared state does not build beside the history: ${wanted}`
  const left = changesOf({ from: read.to.schema, to: wanted }, dialect).filter((change) =>
    keysOf(change).some((k) => looked.has(k)),
  )
  const undeclared = made.filter((change) => !keysOf(change).some(isDeclared))
  const [before, after] = [read.from, read.to].map(({ unmodelled }) => unmodelled.map(unmodelledText))
  const [was, is] = [new Set(before), new Set(after)]
  return {
    left: outermost(left).map((change) => describe(change, dialect)),
    changed: [
      ...outermost(undeclared).map((change) => done(change, dialect)),
      ...after!.filter((what) => !was.has(what)).map((what) => `created ${what}`),
      ...before!.filter((what) => !is.has(what)).map((what) => `dropped ${what}`),
    ],
  }
}

/** Without what comes and goes with its parent: the columns of a table. */
export function outermost(changes: readonly Change[]): readonly Change[] {
  const verbs = new Map(changes.map((change) => [change.key, change.verb]))
  return changes.filter((change) => change.verb === 'alter' || verbs.get(subject(change).parent!) !== change.verb)
}

function refusal(error: unknown): string {
  if (error instanceof DatabaseError) return error.message
  throw error
}

/** All differences of two states of one database. */
export const changesOf = (pair: Pair<Survey['schema']>, dialect: Dialect): readonly Change[] =>
  diff(pair, dialect).changes

/** The keys that a change is about: both, where it renames. */
export const keysOf = (change: Change): readonly Key[] =>
  change.verb === 'rename' ? [change.key, keyOf(change.from)] : [change.key]

/** A difference between what is (`from`) and what should be (`to`), as a sentence. */
export function describe(change: Change, dialect: Dialect): string {
  const name = (k: Key) => nameIn(change, k, dialect)
  if (change.verb === 'create') return `${name(change.key)} is missing`
  if (change.verb === 'drop') return `${name(change.key)} is there and should not be`
  if (change.verb === 'rename') return `${name(keyOf(change.from))} should be named ${namesOf(change.key).at(-1)}`
  const parts = change.attrs.map((attr) => {
    const [is, should] = [change.from.attrs[attr] ?? null, change.to.attrs[attr] ?? null]
    return `its ${attr} is ${canonical(is)} and should be ${canonical(should)}`
  })
  return `${name(change.key)}: ${parts.join(', ')}`
}

/** A difference between before (`from`) and after (`to`), as what was done. */
function done(change: Change, dialect: Dialect): string {
  const name = nameIn(change, change.key, dialect)
  if (change.verb === 'rename')
    return `renamed ${nameIn(change, keyOf(change.from), dialect)} to ${namesOf(change.key).at(-1)}`
  if (change.verb === 'alter') return `changed ${name}: ${change.attrs.join(', ')}`
  return `${change.verb === 'create' ? 'created' : 'dropped'} ${name}`
}

const nameIn = (change: Change, k: Key, dialect: Dialect): string =>
  `${dialect.kinds[subject(change).kind]!.word} ${namesOf(k).filter(Boolean).join('.')}`
