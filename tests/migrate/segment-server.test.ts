import { describe, expect, test } from 'vitest'
import { DatabaseError } from '../../src/dialect/connection.ts'
import { segments } from '../../src/migrate/segment.ts'
import { split } from '../../src/postgres/sql/split.ts'
import { embedded } from '../harness/embedded.ts'

const database = embedded()

/** The SQLSTATE of the statement inside a transaction, which is rolled back; empty where it ran. */
async function inTransaction(sql: string): Promise<string> {
  await database.connection.script('begin')
  try {
    await database.connection.script(sql)
    return ''
  } catch (error) {
    if (error instanceof DatabaseError) return error.state
    throw error
  } finally {
    await database.connection.script('rollback')
  }
}

describe('what counts as refusing a transaction is what the server refuses in one (25001)', () => {
  const setup = 'create table t (a int); create index i on t (a)'

  test.each([
    'CREATE INDEX CONCURRENTLY j ON t (a)',
    'DROP INDEX CONCURRENTLY i',
    'REINDEX TABLE CONCURRENTLY t',
    'REINDEX (CONCURRENTLY) INDEX i',
    'REINDEX SCHEMA public',
    'VACUUM t',
    'CLUSTER',
    'DISCARD ALL',
    `ALTER SYSTEM SET work_mem = '1MB'`,
    'CREATE DATABASE d',
    'ALTER DATABASE postgres SET TABLESPACE pg_default',
    `COMMIT PREPARED 'x'`,
    'REINDEX TABLE t',
    'REINDEX (CONCURRENTLY FALSE) TABLE t',
    'CLUSTER t USING i',
    'ANALYZE t',
    'DROP INDEX i',
    'DISCARD PLANS',
    'CREATE MATERIALIZED VIEW v AS SELECT 1 a; CREATE UNIQUE INDEX ON v (a); REFRESH MATERIALIZED VIEW CONCURRENTLY v',
  ])('%s', async (sql) => {
    await database.connection.script(setup)
    const alone = split(sql).some(({ mode }) => mode === 'alone')
    expect(await inTransaction(sql)).toBe(alone ? '25001' : '')
  })
})

describe('an added enum label', () => {
  test.each([
    `ALTER TABLE t ALTER m SET DEFAULT 'new'`,
    `UPDATE t SET m = 'new'`,
    `ALTER TABLE t ADD CHECK (m <> 'new')`,
    `ALTER TABLE t ADD COLUMN ms mood[] DEFAULT '{ok,new}'`,
    `ALTER TABLE t ALTER a TYPE mood USING a::mood`,
    `CREATE FUNCTION f() RETURNS mood LANGUAGE sql AS $$ SELECT 'new'::mood $$`,
    `DO $$ BEGIN UPDATE t SET m = 'new'; END $$`,
  ])('is needed, and there after the cut: %s', async (sql) => {
    await database.connection.script(`create type mood as enum ('ok'); create table t (m mood, a text);
      insert into t values ('ok', 'new')`)
    const migration = `ALTER TYPE mood ADD VALUE 'new'; ${sql}`
    expect(await inTransaction(migration)).toBe('55P04')
    for (const { statements } of segments(split(migration))) {
      await database.connection.script(['begin', ...statements.map(({ text }) => text), 'commit'].join(';'))
    }
  })

  test.each([`ALTER TYPE mood ADD VALUE 'more' AFTER 'new'`, `CREATE TYPE other AS ENUM ('new')`])(
    'is not needed: %s',
    async (sql) => {
      await database.connection.script(`create type mood as enum ('ok')`)
      const migration = `ALTER TYPE mood ADD VALUE 'new'; ${sql}`
      expect(segments(split(migration))).toHaveLength(1)
      expect(await inTransaction(migration)).toBe('')
    },
  )
})
