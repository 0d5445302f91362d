import { type Connection, DatabaseError, type Statement } from '../dialect/connection.ts'
import type { Dialect } from '../dialect/dialect.ts'
import type { Change } from '../diff/change.ts'
import type { Diff } from '../diff/diff.ts'
import type { Plan, Step } from '../plan/plan.ts'
import { extensionOf } from '../postgres/extension-of.ts'
import { isType } from '../postgres/names.ts'
import { stackOn } from '../postgres/remade.ts'
import { type Key, keyOf, kindOf, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { type Base, fromDeclared, fromHistory } from './base.ts'
import { changesOf, keysOf } from './converge.ts'
import { engineOf } from './engine.ts'
import { leaveOut } from './leave-out.ts'
import { neighbourhood } from './neighbourhood.ts'
import type { ProveInput } from './prove-input.ts'
import { usualLimit } from './replay.ts'
import { ended } from './run.ts'
import type { Assumed } from './stand-ins.ts'
import { type Examined, tryOut, unchecked } from './trial.ts'

/** Tries a migration out: on the objects around its change where the SQL is the plan's own, else on the migrations before it. */
export async function examine(input: ProveInput): Promise<Examined> {
  const { dialect, sql, plan } = input
  const statements = dialect.split(sql.replaceAll('\r\n', '\n'))
  const own = plan !== null && isOwn(statements, plan, dialect)
  const subject = { statements, touched: touchedBy(input), revalued: revaluedBy(input), own }
  const { open, statementLimit = usualLimit, signal } = input
  if (subject.own) {
    const connection = await open({ statementLimit, ...(signal && { signal }) })
    const near = await using(connection, signal, async () => {
      const base = await buildNear(connection, input, subject.touched)
      return base && tryOut(input, base, subject)
    })
    if (near) return near
  }
  const standing = await input.before()
  if ('why' in standing)
    return unchecked(`the migrations before it do not run: ${standing.why}`, standing.engine, standing.assumed)
  return using(standing.connection, signal, () => tryOut(input, fromHistory(standing, input), subject))
}

/** Is every statement of the file one of the plan, in its order? */
export function isOwn(statements: readonly Statement[], { steps }: Plan, dialect: Dialect): boolean {
  const planned = steps.flatMap(({ sql }) => dialect.split(sql))
  return planned.length === statements.length && planned.every(({ text }, i) => text === statements[i]!.text)
}

/** Those of them whose values may be others afterwards: a column that gets another default keeps what it holds. */
function revaluedBy(input: ProveInput): ReadonlySet<Key> {
  const busy = new Set(
    input.plan?.steps.flatMap(({ change, updates, loses, makes, breaks }) =>
      updates || loses !== null || makes.length + breaks.length > 0 ? [change.key] : [],
    ),
  )
  return touchedBy(input, ({ verb, key }) => verb !== 'alter' || busy.has(key))
}

/** The keys that a difference is about, under their names before and after. */
export function touchedBy(
  { diff, pair, plan }: Pick<ProveInput, 'diff' | 'pair' | 'plan'>,
  counts: (change: Change) => boolean = () => true,
): ReadonlySet<Key> {
  const steps = plan?.steps.filter(({ change }) => counts(change)) ?? []
  const planned = steps.flatMap(keysOfStep)
  const keys = new Set([...diff.changes.filter(counts).flatMap(keysOf), ...planned])
  for (const k of renamedParts(diff)) {
    keys.add(k)
    for (const [user, { refs }] of diff.from.entries()) if (refs.includes(k)) keys.add(user)
  }
  // What stands on a type may be made anew along with it.
  for (const k of [...keys])
    if (isType(kindOf(k))) for (const one of stackOn(k, { from: diff.from, to: pair.to })) keys.add(one)
  for (const k of [...keys]) {
    const was = diff.before(k)
    if (was) keys.add(keyOf(was))
  }
  return keys
}

const keysOfStep = ({ change, makes, breaks }: Step): readonly Key[] => [change.key, ...makes, ...breaks]

/** What parts have a new name of: whoever refers to it reads otherwise, though nobody changed it. */
const renamedParts = ({ changes, from }: Diff): readonly Key[] =>
  changes.flatMap((change) => (change.verb === 'rename' && !from.has(change.key) ? (change.to.parent ?? []) : []))

/** Closes the database after use. A statement of our own that takes too long, or made-up rows that do, leave the migration unchecked. */
async function using<T extends Examined | undefined>(
  connection: Connection,
  signal: AbortSignal | undefined,
  use: () => Promise<T>,
): Promise<T | Examined> {
  try {
    return await use()
  } catch (error) {
    signal?.throwIfAborted()
    if (!(error instanceof DatabaseError) || error.state !== ended) throw error
    return unchecked(error.message, engineOf(connection), new Map())
  } finally {
    await connection.close()
  }
}

/** Without what needs an extension that the engine lacks. Undefined where the objects do not build without the others. */
async function buildNear(
  connection: Connection,
  input: ProveInput,
  touched: ReadonlySet<Key>,
): Promise<Base | undefined> {
  const { dialect, pair, diff } = input
  const assumed: Assumed = new Map()
  // What only the way back changes: an extension's version that is no longer asked for, what stands on a type made anew.
  const back = [
    ...changesOf({ from: pair.to, to: pair.from }, dialect).flatMap(keysOf),
    ...(input.back?.steps ?? []).flatMap(keysOfStep),
  ]
  let near: Pair<Schema> = neighbourhood(pair, diff, new Set([...touched, ...back]), dialect)
  for (;;)
    try {
      return await fromDeclared(connection, near, input, assumed)
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      const extension = extensionOf(error.message)
      if (!extension) return undefined
      const rest = leaveOut(near, extension.lacks, dialect)
      if (rest.left.size === 0 || [...rest.left].some((k) => touched.has(k))) return undefined
      near = rest.pair
      for (const k of rest.left) assumed.set(`no ${k}: the engine has no extension ${extension.name}`, '')
    }
}
