import { inspect, isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { answered, type Decide, reversed } from '../../src/commands/answers.ts'
import { migrationText } from '../../src/commands/migration-text.ts'
import { type Connection, DatabaseError } from '../../src/dialect/connection.ts'
import type { Manner } from '../../src/dialect/kind.ts'
import { diff } from '../../src/diff/diff.ts'
import { letGo } from '../../src/diff/let-go.ts'
import { settle as clearRemains, concurrent } from '../../src/migrate/concurrent.ts'
import { units } from '../../src/migrate/unit.ts'
import { type Plan, plan } from '../../src/plan/plan.ts'
import { readCatalog } from '../../src/postgres/catalog.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { askable, brokenOf, conditionsOf, obey } from '../../src/proof/conditions.ts'
import { clear, seed } from '../../src/proof/seed.ts'
import { build } from '../../src/proof/settle.ts'
import { readShapes } from '../../src/proof/shape.ts'
import { wishesOf } from '../../src/proof/wishes.ts'
import type { Pair } from '../../src/schema/object.ts'
import type { Schema } from '../../src/schema/schema.ts'
import { someAdditions, someSchema } from './arbitrary/state.ts'
import { content } from './content.ts'

/** Two states, how the ways between them are planned, and what is said to each question: of its flags the n-th. */
export interface Journey {
  readonly pair: Pair<Schema>
  readonly manner: Manner
  readonly choices: readonly number[]
}

// What was thought of later is drawn later, so that the pairs of a seed stay the same.
export const someJourney: fc.Arbitrary<Journey> = fc
  .record({
    pair: fc.record({ from: someSchema, to: someSchema }),
    manner: fc.record({
      postgres: fc.constantFrom(14, 16, 18),
      online: fc.constantFrom(false, false, true),
    }),
    choices: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 4 }),
    guards: fc.constantFrom(false, false, true),
  })
  .map(({ guards, manner, ...journey }) => ({ ...journey, manner: { ...manner, guards } }))

/** The same, with roles, publications and default privileges laid over both states. */
export const someLargerJourney: fc.Arbitrary<Journey> = fc
  .record({ journey: someJourney, additions: fc.record({ from: someAdditions, to: someAdditions }) })
  .map(({ journey, additions }) => ({
    ...journey,
    pair: { from: additions.from(journey.pair.from), to: additions.to(journey.pair.to) },
  }))

/** Takes the next choice for each question. */
function choosing(choices: readonly number[]): Decide {
  let asked = 0
  return ([question]) => question!.flags[choices[asked++ % choices.length]! % question!.flags.length]!
}

/** The plan there and the plan back. */
export async function plansOf({ pair, manner, choices }: Journey) {
  const { diff: there } = await answered(pair, postgres, { rename: [], create: [] }, choosing(choices))
  const back = { from: pair.to, to: pair.from }
  const again = await reversed(pair, there, postgres)
  return {
    up: { pair, difference: there, plan: plan(pair, there, postgres, manner) },
    down: { pair: back, difference: again, plan: plan(back, again, postgres, manner) },
  }
}

type Leg = Awaited<ReturnType<typeof plansOf>>['up']

/**
 * Goes there and back with made-up rows on an empty database. Throws what is wrong: a statement that fails although no row
 * stands against it, a state that is not the one declared, a second plan that is not empty, rows that are not the same.
 * `refused`: a statement stood against rows that no condition named, and the tables were emptied for it.
 */
export async function roundTrip(connection: Connection, journey: Journey): Promise<{ readonly refused: boolean }> {
  const { up, down } = await plansOf(journey)
  const { pair } = journey
  const script = { from: build(pair.from, postgres), to: build(pair.to, postgres) }
  try {
    const target = await settle(connection, script.to)
    await connection.script(script.from)
    const start = await postgres.read(connection)
    const { guards } = journey.manner
    const there = await go(connection, up, target, { guards, isBack: false })
    const back = await go(connection, down, start, { guards, isBack: true })
    return { refused: there.refused || back.refused }
  } catch (error) {
    const texts = { from: script.from, to: script.to, up: textOf(up.plan), down: textOf(down.plan) }
    const story = Object.entries(texts).map(([name, text]) => `-- ${name}\n${text}`)
    const manner = JSON.stringify(journey.manner)
    throw new Error(`${(error as Error).message}\n${manner}\n\n${story.join('\n\n')}`, { cause: error })
  }
}

const textOf = ({ steps }: Plan): string => migrationText(steps, false, postgres)

async function settle(connection: Connection, script: string): Promise<Schema> {
  await connection.script(`begin; ${script}`)
  const schema = await readCatalog(connection, { transaction: false })
  await connection.script('rollback')
  return schema
}

/** One way. Rows that a condition names, or that only a statement can refuse, are taken away first, as a user would be told to. */
async function go(
  connection: Connection,
  { pair, difference, plan }: Leg,
  target: Schema,
  { guards, isBack }: { readonly guards: boolean; readonly isBack: boolean },
): Promise<{ readonly refused: boolean }> {
  await seed(connection, wishesOf(plan, difference))
  const tables = await readShapes(connection)
  const conditions = await askable(connection, conditionsOf(plan, postgres))
  if ((await brokenOf(connection, conditions)).length > 0) await obey(connection, conditions, tables)
  const rows = (side: 'from' | 'to') => content(connection, pair, difference, plan, side, postgres)
  const before = await rows('from')
  const { done, refusal } = await apply(connection, plan)
  if (refusal) {
    await clear(connection, tables)
    const again = await apply(connection, plan, done)
    if (again.refusal) throw again.refusal
  }
  const arrived = async (when: string) => {
    const reached = { from: await postgres.read(connection), to: target }
    // What the whole server shares stays on the way back.
    const from = isBack ? letGo(reached, postgres, [], () => true) : reached.from
    const left = diff({ from, to: target }, postgres)
    const changes = left.changes.map(({ verb, key }) => `${verb} ${key}`)
    if (changes.length > 0) throw new Error(`a second plan is not empty${when}: ${changes.join(', ')}`)
    const after = refusal ? before : await rows('to')
    if (!isDeepStrictEqual(after, before))
      throw new Error(`the rows are not the same${when}: ${inspect({ before, after })}`)
  }
  await arrived('')
  if (guards) {
    const again = await apply(connection, plan)
    if (again.refusal) throw again.refusal
    await arrived(', after the plan ran again')
  }
  return { refused: refusal !== undefined }
}

/** Sends what is committed together as one script. Returns how much is done, and what the database says against a row. */
async function apply(
  connection: Connection,
  plan: Plan,
  skip = 0,
): Promise<{ readonly done: number; readonly refusal?: DatabaseError }> {
  let done = 0
  for (const { statements, alone } of units(postgres.split(textOf(plan)))) {
    if (done++ < skip) continue
    const text = statements.map(({ text }) => `${text};`).join('\n')
    try {
      await clearBefore(connection, text)
      await connection.script(alone ? text : `begin; ${text} commit`)
    } catch (error) {
      await connection.script('rollback')
      if (!(error instanceof DatabaseError) || !isAboutRows(error)) throw error
      return { done: done - 1, refusal: error }
    }
  }
  return { done }
}

/** An index that could not be finished is in the way of the next attempt. */
async function clearBefore(connection: Connection, text: string): Promise<void> {
  const statement = concurrent(text)
  if (statement) await clearRemains(connection, statement, { begun: false, signal: undefined, onWait: () => {} })
}

/** Data exception and integrity constraint violation. */
const isAboutRows = ({ state }: DatabaseError): boolean => /^2[23]/.test(state)
