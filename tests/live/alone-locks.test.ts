import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Connection } from '../../src/dialect/connection.ts'
import { locks } from '../../src/dialect/kind.ts'
import type { Step } from '../../src/plan/plan.ts'
import { connect } from '../../src/postgres/server/connect.ts'
import { ident } from '../../src/postgres/sql/quote.ts'
import { readCases } from '../harness/case.ts'
import { reset } from '../harness/reset.ts'
import { type Server, startServer } from '../harness/server.ts'
import { major } from '../harness/server-package.ts'
import { relations, thereAndBack, toLock } from '../harness/travel.ts'

// What runs outside a transaction has let go of its locks when it is done: another session looks while it is kept waiting.

let server: Server
let connection: Connection
/** Writes to every table, so that the statement waits for it. */
let writer: Connection
/** Reads what has no partitions, and goes on when the writer is done: DETACH takes its last lock only then. */
let reader: Connection
let observer: Connection

beforeAll(async () => {
  server = await startServer()
  const url = await server.createDatabase()
  ;[connection, writer, reader, observer] = await Promise.all([connect(url), connect(url), connect(url), connect(url)])
})
afterAll(async () => {
  await Promise.all([connection, writer, reader, observer].map((session) => session?.close()))
  await server?.stop()
})
beforeEach(() => connection.script(`rollback; reset role; reset all; ${reset}`))

const cases = readCases(join(import.meta.dirname, '..', 'cases')).filter(({ folder }) =>
  readFileSync(join(folder, 'plan.sql'), 'utf8').includes('outside a transaction'),
)

test.for(cases.map((one) => [one.name, one] as const))('%s', async ([, one], { skip }) => {
  skip(Number(major) < one.since, `needs Postgres ${one.since}`)
  const seen: string[] = []
  await thereAndBack(connection, one, async (session, step) => {
    expect(await watched(session, step), step.sql).toEqual({ lock: step.lock, rewrites: step.rewrites })
    seen.push(step.sql)
  })
  expect(seen).not.toEqual([])
})

test('there are such cases, for every statement that a plan runs by itself', () => {
  const plans = cases.map(({ folder }) => readFileSync(join(folder, 'plan.sql'), 'utf8')).join('\n')
  expect(plans).toMatch(/outside a transaction\n(?:-- .*\n)*CREATE INDEX CONCURRENTLY/)
  expect(plans).toMatch(/outside a transaction\n(?:-- .*\n)*CREATE UNIQUE INDEX CONCURRENTLY/)
  expect(plans).toMatch(/outside a transaction\n(?:-- .*\n)*DROP INDEX CONCURRENTLY/)
  expect(plans).toMatch(/outside a transaction\n(?:-- .*\n)*ALTER TABLE .* DETACH PARTITION .* CONCURRENTLY/)
})

/** The strongest lock on a table that stood before, held or waited for, from where the statement waits to its end. */
async function watched(session: Connection, { sql }: Step) {
  const before = await relations(observer)
  // An index that is dropped is locked for good at the very end, when nobody can use it any more.
  const tables = [...before.values()].filter(({ kind }) => kind !== 'i' && kind !== 'S')
  const names = await observer.query<{ schema: string; name: string; kind: string }>(`
    select nspname::text as schema, relname::text as name, relkind::text as kind
    from pg_class c join pg_namespace n on n.oid = relnamespace where c.oid >= 16384 and relkind in ('r', 'p')`)
  const keep = (session: Connection, mode: string, kinds: string) => {
    const kept = names.filter(({ kind }) => kinds.includes(kind))
    const list = kept.map(({ schema, name }) => `only ${ident(schema)}.${ident(name)}`).join(', ')
    return session.script(`begin; lock table ${list} in ${mode} mode`)
  }
  await keep(writer, 'row exclusive', 'rp')
  await keep(reader, 'access share', 'r')
  let strongest = 0
  let waits = 0
  let done = false
  const look = async () => {
    const held = await observer.query<{ mode: string }>(
      'select mode from pg_locks where pid = $1 and relation = any($2::int4[])',
      [session.pid, tables.map(({ oid }) => oid)],
    )
    strongest = Math.max(strongest, ...held.map(({ mode }) => locks.indexOf(toLock(mode))))
  }
  const isWaiting = async () => {
    const waiting = await observer.query('select from pg_locks where pid = $1 and not granted', [session.pid])
    return waiting.length > 0
  }
  const running = session.script(sql).finally(() => {
    done = true
  })
  running.catch(() => {})
  for (const other of [writer, reader]) {
    let waiting = false
    while (!done && !waiting) {
      await look()
      waiting = await isWaiting()
    }
    await look()
    if (waiting) waits++
    await other.script('commit')
  }
  while (!done) await look().then(() => sleep(1))
  await running
  const after = await relations(observer)
  const rewrites = tables.some(({ oid, node }) => (after.get(oid)?.node ?? node) !== node)
  expect(waits, `it was looked at: ${sql}`).toBeGreaterThan(0)
  return { lock: locks[strongest]!, rewrites }
}
