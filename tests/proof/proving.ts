import { afterAll, beforeAll } from 'vitest'
import type { Connection } from '../../src/dialect/connection.ts'
import { diff } from '../../src/diff/diff.ts'
import { plan } from '../../src/plan/plan.ts'
import { readCatalog } from '../../src/postgres/catalog.ts'
import { openEmbedded } from '../../src/postgres/embedded/embed.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import type { Proven } from '../../src/proof/proof.ts'
import { type ProveInput, prove } from '../../src/proof/prove.ts'
import { type History, replayOf } from '../../src/proof/replay.ts'
import type { Key, Obj, Pair } from '../../src/schema/object.ts'
import { Schema } from '../../src/schema/schema.ts'

/** What a test says of a migration besides its two states. */
export type Given = Partial<ProveInput> & {
  /** The migrations before it; by default one that makes the first state. */
  readonly earlier?: History['migrations']
  readonly rename?: readonly string[]
  readonly backfill?: readonly [column: string, sql: string]
  /** Kinds of what the states hold that no schema file declares. */
  readonly undeclared?: readonly string[]
}

/** Proofs of migrations whose states are written as SQL. One database reads all the states of a test file. */
export function proving() {
  let reader: Connection
  beforeAll(async () => {
    reader = await openEmbedded()
  })
  afterAll(() => reader?.close())

  const stateOf = async (sql: string): Promise<Schema> => {
    await reader.script(`begin; ${sql}`)
    const state = await readCatalog(reader, { transaction: false })
    await reader.script('rollback')
    return state
  }

  return {
    stateOf,
    /** The plan's own migration from one state to another, or the `sql` given. */
    async change(from: string, to: string, given: Given = {}): Promise<Proven> {
      const { undeclared = [], ...rest } = given
      const isDeclared = (object: Obj | undefined, state: Schema): boolean =>
        !object || (!undeclared.includes(object.kind) && isDeclared(object.parent && state.get(object.parent), state))
      const declared = async (sql: string) => {
        const state = await stateOf(sql)
        return new Schema([...state].filter((object) => isDeclared(object, state)))
      }
      return prove(inputOf({ from: await declared(from), to: await declared(to) }, from, rest))
    },
    /** The plan's own migration between two states that no SQL leads to. */
    pair: (pair: Pair<Schema>, given: Given = {}) => prove(inputOf(pair, '', given)),
    /** SQL that somebody wrote by hand, after the migrations that made this state. */
    async byHand(from: string, sql: string, given: Given = {}): Promise<Proven> {
      const state = await stateOf(from)
      return prove(inputOf({ from: state, to: state }, from, { plan: null, back: null, sql, down: null, ...given }))
    },
  }
}

/** A proof's input as `generate` makes it, with everything before the change as one migration. */
export function inputOf(
  pair: Pair<Schema>,
  before: string,
  { rename = [], backfill, earlier = [{ tag: '0000_before', sql: before }], ...given }: Given = {},
): ProveInput {
  const difference = diff(pair, postgres, { rename, create: [] })
  const planned = plan(pair, difference, postgres, backfill && { backfill: new Map([backfill as [Key, string]]) })
  const back = { from: pair.to, to: pair.from }
  const undone = diff(back, postgres, { rename: difference.renames.map(turned), create: [] })
  const way = plan(back, undone, postgres)
  const text = ({ steps }: typeof planned) => steps.map(({ sql }) => `${sql};`).join('\n')
  const { providers = [], statementLimit, signal } = given
  const limits = { ...(statementLimit && { statementLimit }), ...(signal && { signal }) }
  const replay = replayOf({ dialect: postgres, open: openEmbedded, migrations: earlier, providers, ...limits })
  return {
    dialect: postgres,
    open: openEmbedded,
    pair,
    diff: difference,
    plan: planned,
    sql: text(planned),
    back: way,
    down: text(way),
    before: () => replay.at(earlier.length),
    seed: null,
    providers: [],
    bound: { from: null, to: null, own: null },
    ...given,
  }
}

/** `column:public.t.a=b` → `column:public.t.b=a` */
function turned(text: string): string {
  const [, path, from, to] = /^(.*\.)([^.=]+)=(.+)$/.exec(text)!
  return `${path}${to}=${from}`
}
