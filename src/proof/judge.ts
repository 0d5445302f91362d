import { lossesOf } from '../plan/plan.ts'
import { type Survey, survey } from '../postgres/catalog.ts'
import { dotted } from '../postgres/sql/quote.ts'
import { type Key, keyOf, namesOf, type Obj } from '../schema/object.ts'
import type { Base } from './base.ts'
import { type Census, differences, retyped, takeCensus } from './census.ts'
import { converge } from './converge.ts'
import { goDown } from './down.ts'
import { lossesSeen } from './loss.ts'
import type { Observed } from './observe.ts'
import type { Proof, Stopped } from './proof.ts'
import type { ProveInput } from './prove-input.ts'
import type { Ran } from './run.ts'
import type { Filled } from './seed.ts'
import type { Subject } from './trial.ts'

/** A migration that has run. */
interface Tried {
  readonly filled: Filled
  readonly before: Survey
  /** The rows that it ran on; null where they were not counted as it began. */
  readonly rows: Census | null
  readonly ran: Ran
  readonly stopped: Stopped | null
}

type Judgement = Pick<Proof, 'result' | 'why' | 'loses' | 'changed' | 'down'>

/** What an object was called before, and is called now. */
function namesOfOne(object: Obj, { before }: ProveInput['diff']): readonly (readonly [Key, Key])[] {
  const then = before(keyOf(object))
  return then ? [[keyOf(then), keyOf(object)]] : []
}

/** Looks at what became of the database, and goes back down. */
export async function judge(input: ProveInput, base: Base, subject: Subject, tried: Tried): Promise<Judgement> {
  const { diff, dialect } = input
  const { filled, before, rows, ran, stopped } = tried
  const plan = subject.own ? input.plan : null
  const after = await survey(base.connection)
  const names = new Map([...after.schema].flatMap((object) => namesOfOne(object, diff)))
  // What has the name of something that has another one by now is new, and what lost its name to another one is gone.
  const was = (k: Key) => {
    const then = diff.before(k)
    return then ? keyOf(then) : names.has(k) ? undefined : k
  }
  const now = (k: Key) => names.get(k) ?? (diff.before(k) ? undefined : k)
  const read = { from: before.schema, to: after.schema }
  const revalued = plan ? subject.revalued : new Set([...subject.revalued, ...retyped(read, was)])
  const counted = rows && { from: rows, to: await takeCensus(base.connection, after.schema) }
  const differing = counted ? differences(counted.from, counted.to, { revalued, before: was }) : []
  // What nobody planned, nobody has said to keep: it is shown.
  const gone = new Set(plan?.steps.flatMap(({ loses, breaks }) => (loses === null ? [] : breaks)))
  const forgotten = plan ? differing.flatMap(({ of, says }) => (gone.has(of) ? [] : [says])) : []
  const silent = plan ? [] : differing.filter(({ of }) => !ran.observed.some((one) => tells(one, of)))
  const loses = plan ? lossesOf(plan.steps) : lossesSeen({ observed: ran.observed, silent }, input.plan)

  const convergence = await converge({ from: before, to: after }, input, base, subject)
  if (typeof convergence === 'string')
    return { result: 'not checked', why: [convergence], loses, changed: [], down: null }
  const changed = [...convergence.changed, ...silent.map(({ says }) => says)]
  const origin = { base, filled, before, rows: counted, now, revalued, isLossy: loses.length > 0, dialect }
  const down = input.down === null ? null : await goDown(input.down, origin)
  const back = down?.result === 'failed' ? [`the down migration does not lead back: ${down.why.join('; ')}`] : []
  const why = [...convergence.left, ...forgotten, ...back]
  if (why.length > 0) return { result: 'failed', why, loses, changed, down }
  if (plan || !stopped || input.seed !== null) return { result: 'proven', why, loses, changed, down }
  const needs = `needs real data: made-up rows stop statement ${stopped.statement}: ${stopped.message}`
  return { result: 'not checked', why: [needs], loses, changed, down }
}

/** Was a statement seen to change the rows of a table, or of the table of a column? */
function tells({ rows, loses }: Observed, k: Key): boolean {
  const table = namesOf(k).slice(0, 2)
  return table.join('.') in rows || loses.includes(`rows of ${dotted(...table)}`)
}
