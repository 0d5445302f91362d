import { describe, expect, test } from 'vitest'
import { takeLock } from '../../src/migrate/lock.ts'
import { live } from '../harness/database.ts'

const db = live()
const ledger = { schema: 'drizzle', table: '__drizzle_migrations' }

describe('a table that somebody else holds', () => {
  const files = { '0000_a': 'create table a (i int)', '0001_b': 'alter table a add column j int' }
  const hold = async () => {
    await db.run({ '0000_a': files['0000_a'] })
    const holder = await db.open()
    await holder.script(`set application_name = 'report'; begin; select * from a\n where i = 1 or 'it''s' = 'secret'`)
    return { holder, pid: holder.pid }
  }

  test('is waited for, in transactions that give up in time, until it is free', async () => {
    const { holder, pid } = await hold()
    // Long enough for a second connection to be opened, which tells who holds the table.
    const running = db.run(files, { lockTimeout: 1_500 })
    await expect
      .poll(() => db.events.find(({ type }) => type === 'retry'))
      .toMatchObject({
        tag: '0001_b',
        attempt: 2,
        message: 'canceling statement due to lock timeout',
        by: [{ pid, application: 'report', state: 'idle in transaction' }],
      })
    await holder.script('commit')
    expect(await running).toMatchObject({ applied: [{ tag: '0001_b' }] })
  })

  test('is tried again after pauses that grow; in the end the run fails and names the holder', async () => {
    const { pid } = await hold()
    const { failed, pending } = await db.run(files, { lockTimeout: 100, attempts: 3 })
    expect(pending).toEqual(['0001_b'])
    expect(failed).toMatchObject({
      kind: 'lock',
      state: '55P03',
      blockers: [{ pid }],
      error: { code: 'LOCK_TIMEOUT', exit: 3 },
    })
    expect(failed?.error.message).toMatch(
      new RegExp(
        `^drizzle/0001_b.sql:1:1: statement 1 of 1 waited 3 times 0.1 s for a lock that pid ${pid} \\(report, postgres, idle in transaction for \\d+ s: .*select \\* from a where i = \\d+ or '…' = '…'\\) holds$`,
      ),
    )
    const [first, second] = db.events.flatMap((event) => (event.type === 'retry' ? event.wait : []))
    expect(first).toBeLessThanOrEqual(500)
    expect(second).toBeGreaterThanOrEqual(500)
    expect(await db.whens()).toEqual([1000])
  })
})

describe('another run', () => {
  const files = { '0000_a': 'create table a ()' }
  const other = async () => {
    const connection = await db.open()
    return { connection, lock: await takeLock(connection, ledger, { limit: 0, onWait: () => {} }) }
  }

  test('is waited for; then there is nothing left to do', async () => {
    const { connection, lock } = await other()
    const running = db.run(files)
    await expect
      .poll(() => db.events.find(({ type }) => type === 'lock-waiting'))
      .toMatchObject({
        holder: { pid: connection.pid, application: 'sluice' },
      })
    await connection.script(`create schema drizzle; create table a ()
      ; create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)
      ; insert into drizzle.__drizzle_migrations (hash, created_at) values ('0000_a', 1)`)
    await lock.release()
    expect(await running).toMatchObject({ applied: [], pending: [] })
  })

  test('that does not end is named', async () => {
    const { connection } = await other()
    await expect(db.run(files, { lockWait: 100 })).rejects.toMatchObject({
      code: 'LOCK_HELD',
      exit: 3,
      message: expect.stringContaining(`pid ${connection.pid} (sluice`),
    })
  })

  test('of another ledger is none of our business', async () => {
    await other()
    expect(await db.run(files, { ledger: { ...ledger, table: 'mine' }, lockWait: 0 })).toMatchObject({ pending: [] })
  })

  test('is waited for until the run is told to stop', async () => {
    await other()
    const stop = new AbortController()
    const running = db.run(files, {
      signal: stop.signal,
      onEvent: ({ type }) => type === 'lock-waiting' && stop.abort(),
    })
    expect(await running).toMatchObject({ applied: [], interrupted: { committed: 0 } })
  })
})
