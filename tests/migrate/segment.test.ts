import { describe, expect, test } from 'vitest'
import { units } from '../../src/migrate/unit.ts'
import { split } from '../../src/postgres/sql/split.ts'

/** One line a unit: `tx`, `alone` or `own`, of the file's own transactions, and how many statements. */
const cut = (sql: string) =>
  units(split(sql)).map(
    ({ statements, alone, begin, close }) => `${alone ? 'alone' : begin || close ? 'own' : 'tx'} ${statements.length}`,
  )

test('a migration is one transaction', () => {
  expect(cut('create table a (); create table b (); insert into a default values')).toEqual(['tx 3'])
  expect(cut('-- nothing\n/* select 1; */')).toEqual([])
})

test('a statement that refuses a transaction stands alone', () => {
  expect(cut('create table a (); create index concurrently i on a (b); select 1')).toEqual(['tx 1', 'alone 1', 'tx 1'])
  expect(cut('vacuum; vacuum')).toEqual(['alone 1', 'alone 1'])
})

test('a comment line of ours ends a transaction', () => {
  expect(cut('create table a ();\n-- sluice:commit\ncreate table b (); select 1')).toEqual(['tx 1', 'tx 2'])
  expect(cut('-- sluice:commit\ncreate table a ()')).toEqual(['tx 1'])
})

test('a file with its own transactions runs as written', () => {
  expect(cut('begin; create table a (); commit; vacuum')).toEqual(['own 1', 'alone 1'])
  expect(cut('create table a (); COMMIT; create index concurrently i on a (b); BEGIN')).toEqual([
    'own 1',
    'alone 1',
    'own 0',
  ])
})

describe('a new enum label is committed before it is used', () => {
  const add = `ALTER TYPE "public"."mood" ADD VALUE 'so so' BEFORE 'ok';`
  test.each([
    ['as a default', `ALTER TABLE "a" ALTER COLUMN "m" SET DEFAULT 'so so'`],
    ['in an array', `ALTER TABLE "a" ADD COLUMN "m" mood[] DEFAULT '{ok,so so}'`],
    ['in an escape string', `UPDATE a SET m = E'so so'`],
    ['in a DO block', `DO $$ BEGIN UPDATE a SET m = 'so so'; END $$`],
    ['in an SQL function', `CREATE FUNCTION f() RETURNS mood LANGUAGE sql AS $f$ SELECT 'so so'::mood $f$`],
    ['by rows that are cast', `ALTER TABLE a ALTER COLUMN m TYPE "public"."mood" USING m::text::"public"."mood"`],
    ['by rows in a CAST', `INSERT INTO a SELECT CAST(m AS mood) FROM b`],
  ])('%s', (_, use) => {
    expect(cut(`${add} CREATE TABLE c (); ${use}; SELECT 1`)).toEqual(['tx 2', 'tx 2'])
  })

  test('not for what does not need it', () => {
    const others = [
      `ALTER TYPE mood ADD VALUE IF NOT EXISTS 'bad' AFTER 'so so'`,
      `CREATE TYPE other AS ENUM ('so so')`,
      `ALTER TABLE a ADD COLUMN m mood DEFAULT 'ok'::mood`,
      `COMMENT ON TABLE a IS 'so sorry'`,
      `ALTER TABLE "so so" ADD COLUMN b int`,
    ]
    expect(cut(`${add} ${others.join(';')}`)).toEqual(['tx 6'])
  })

  test('also where the enum is of the same file, which 16 and earlier refuse', () => {
    const sql = `CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE a (m mood DEFAULT 'ok'); ${add} UPDATE a SET m = 'so so'`
    expect(cut(sql)).toEqual(['tx 3', 'tx 1'])
  })

  test('also where a DO block adds it', () => {
    const sql = `DO $$ BEGIN ALTER TYPE mood ADD VALUE 'v'; EXCEPTION WHEN duplicate_object THEN NULL; END $$; UPDATE a SET m = 'v'`
    expect(cut(sql)).toEqual(['tx 1', 'tx 1'])
  })

  test('once is enough', () => {
    expect(cut(`${add} UPDATE a SET m = 'so so'; UPDATE b SET m = 'so so'`)).toEqual(['tx 1', 'tx 2'])
    expect(cut(`${add}\n-- sluice:commit\nUPDATE a SET m = 'so so'; UPDATE b SET m = 'so so'`)).toEqual([
      'tx 1',
      'tx 2',
    ])
  })
})
