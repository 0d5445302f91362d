import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { loadModule, parseSync } from 'libpg-query'
import { beforeAll, describe, expect, test } from 'vitest'
import { lex } from '../../src/postgres/sql/lex.ts'
import { split } from '../../src/postgres/sql/split.ts'
import { corpus } from '../harness/corpus.ts'

const texts = (sql: string) => split(sql).map(({ text }) => text)
const modes = (sql: string) => split(sql).map(({ mode }) => mode)

describe('where a statement ends', () => {
  test.each([
    ['semicolons', 'select 1; select 2;', ['select 1', 'select 2']],
    ['no closing semicolon', 'select 1;\nselect 2\n', ['select 1', 'select 2']],
    ['empty statements', ';;\n;', []],
    ['nothing', '', []],
    ['comments alone', '-- a; b\n/* c; */', []],
    ['leading and trailing comments', '-- a\n/* b */ select 1 -- c\n; -- d', ['select 1']],
    ['a comment inside', 'select /* ; */ 1 -- ;\n + 2;', ['select /* ; */ 1 -- ;\n + 2']],
    ['nested comments', '/* a /* b; */ c; */ select 1', ['select 1']],
    ['a comment after an operator', 'select 1 +--;\n 2; select 3', ['select 1 +--;\n 2', 'select 3']],
    ['a string', "select 'a;b''c;'; select 2", ["select 'a;b''c;'", 'select 2']],
    ['a backslash in a string', "select 'a\\'; select 2", ["select 'a\\'", 'select 2']],
    ['an escape string', "select E'a\\';b', 'c\\'; select 2", ["select E'a\\';b', 'c\\'", 'select 2']],
    ['a continued escape string', "select e'a'\n '\\';b'; select 2", ["select e'a'\n '\\';b'", 'select 2']],
    ['a name that ends in e before a string', "select type'\\'; select 2", ["select type'\\'", 'select 2']],
    ['unicode strings and names', `select U&'d\\;' , U&"d;"; select 2`, [`select U&'d\\;' , U&"d;"`, 'select 2']],
    ['quoted names', 'select "a;""b;"; select 2', ['select "a;""b;"', 'select 2']],
    [
      'dollar quotes',
      'select $$ ; $a$ ; $$; select $a$ ; $b$ ; $$ $a$;',
      ['select $$ ; $a$ ; $$', 'select $a$ ; $b$ ; $$ $a$'],
    ],
    ['a dollar tag beyond ASCII', 'select $täg$;$tä$;$täg$; select 2', ['select $täg$;$tä$;$täg$', 'select 2']],
    ['dollars in names and parameters', 'select a$b$c, $1; select 2', ['select a$b$c, $1', 'select 2']],
    ['an unterminated string', "select 1; select 'a; b", ['select 1', "select 'a; b"]],
    ['an unterminated comment', 'select 1; /* a; b', ['select 1']],
    ['an unterminated dollar quote', 'do $$ a; $b$', ['do $$ a; $b$']],
    ['a parenthesis that is never closed', 'create table a (b int; select 2', ['create table a (b int', 'select 2']],
    ['CRLF', 'select 1;\r\n-- a;\r\nselect 2;\r\n', ['select 1', 'select 2']],
    ['a byte order mark', '\ufeffselect 1;', ['select 1']],
  ])('%s', (_, sql, expected) => {
    expect(texts(sql)).toEqual(expected)
  })

  test('a rule keeps the semicolons between its parentheses', () => {
    const rule = 'create or replace rule r as on insert to t do also (insert into a values (1); notify b;)'
    expect(texts(`${rule}; select 2`)).toEqual([rule, 'select 2'])
  })

  test('a routine keeps its BEGIN ATOMIC body, with CASE in it', () => {
    const routine = `create function f(begin int) returns int language sql
begin atomic
  select case when 1 > 0 then case 1 when 1 then 2 end else 3 end;
  select 4;
end`
    expect(texts(`${routine}; select 5`)).toEqual([routine, 'select 5'])
    expect(texts('create procedure p() begin atomic; end; end')).toEqual([
      'create procedure p() begin atomic; end',
      'end',
    ])
  })

  test('a breakpoint of drizzle-kit ends a statement that has no semicolon', () => {
    const sql = 'create table a ()\n--> statement-breakpoint\ncreate table b ();--> statement-breakpoint\n\nselect 3'
    expect(texts(sql)).toEqual(['create table a ()', 'create table b ()', 'select 3'])
  })

  test('a breakpoint leaves what follows it on its line', () => {
    expect(texts('select 1;--> statement-breakpoint select 2')).toEqual(['select 1', 'select 2'])
  })

  test('a breakpoint inside quotes or a comment is text', () => {
    const body = "do $$ begin\n--> statement-breakpoint\nend $$; select '\n--> statement-breakpoint\n'"
    expect(split(body)).toHaveLength(2)
    expect(texts('/*\ncreate table a ();\n--> statement-breakpoint\ncreate table b ();\n*/')).toEqual([])
  })
})

test('a statement says where it stands, in UTF-16 units and from 1', () => {
  const sql = "-- 🦄\nselect '🦄'; select 2;\r\n\r\n  select 3"
  const [first, second, third] = split(sql)
  expect(first).toMatchObject({ offset: 6, line: 2, column: 1 })
  expect(second).toMatchObject({ line: 2, column: 14 })
  expect(third).toMatchObject({ line: 4, column: 3 })
  for (const { text, offset } of split(sql)) expect(sql.startsWith(text, offset)).toBe(true)
})

test('`-- sluice:commit` marks the statement after it', () => {
  const marked = (sql: string) => split(sql).map(({ commitBefore }) => commitBefore)
  expect(marked('select 1;\n-- sluice:commit\r\n-- why\nselect 2; select 3')).toEqual([false, true, false])
  expect(marked('select 1;--> statement-breakpoint\n--sluice:commit \nselect 2')).toEqual([false, true])
  expect(marked("select 1; select '\n-- sluice:commit\n'; -- sluice:committed\nselect 3")).toEqual([
    false,
    false,
    false,
  ])
})

describe('what refuses a transaction', () => {
  test.each([
    'CREATE INDEX CONCURRENTLY i ON t (a)',
    'create unique index /* now */ concurrently if not exists i on t (a)',
    'DROP INDEX CONCURRENTLY IF EXISTS "public"."i"',
    'REINDEX TABLE CONCURRENTLY t',
    'REINDEX (VERBOSE, CONCURRENTLY) INDEX i',
    'REINDEX (CONCURRENTLY TRUE) TABLE t',
    'REINDEX SCHEMA public',
    'REINDEX (VERBOSE) DATABASE d',
    'VACUUM',
    'VACUUM (ANALYZE) t',
    'CREATE DATABASE d',
    'DROP DATABASE IF EXISTS d WITH (FORCE)',
    'ALTER DATABASE "my db" SET TABLESPACE fast',
    "CREATE TABLESPACE s LOCATION '/x'",
    "ALTER SYSTEM SET work_mem = '1MB'",
    'CLUSTER',
    'CLUSTER VERBOSE',
    'CLUSTER (VERBOSE)',
    'ALTER TABLE IF EXISTS ONLY a.t DETACH PARTITION a.p CONCURRENTLY',
    "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p",
    'ALTER SUBSCRIPTION s REFRESH PUBLICATION',
    'DISCARD ALL',
    "COMMIT PREPARED 'x'",
  ])('%s', (sql) => {
    expect(modes(sql)).toEqual(['alone'])
  })

  test.each([
    'CREATE INDEX i ON t (concurrently)',
    'CREATE INDEX "CONCURRENTLY" ON t (a)',
    'DROP INDEX i',
    'REINDEX TABLE t',
    'REINDEX (CONCURRENTLY FALSE) TABLE t',
    'REFRESH MATERIALIZED VIEW CONCURRENTLY v',
    'CLUSTER t USING i',
    'ALTER TABLE t DETACH PARTITION p',
    'ALTER TABLE t DETACH PARTITION p FINALIZE',
    'ALTER DATABASE d SET work_mem = 1',
    'ALTER SUBSCRIPTION s DISABLE',
    'ANALYZE t',
    "COMMENT ON TABLE t IS 'VACUUM'",
    'ALTER TABLE vacuum ADD COLUMN a int',
    "ALTER TYPE t ADD VALUE 'v'",
    "ALTER DATABASE d SET search_path = 'x' /* SET TABLESPACE */",
    'DISCARD PLANS',
    'CREATE DATABASES',
  ])('not: %s', (sql) => {
    expect(modes(sql)).toEqual(['normal'])
  })
})

test('what controls the transaction', () => {
  expect(modes('BEGIN; begin isolation level serializable; START TRANSACTION')).toEqual(['begin', 'begin', 'begin'])
  expect(modes("COMMIT; END; commit and chain; PREPARE TRANSACTION 'x'")).toEqual(Array(4).fill('commit'))
  expect(modes('ROLLBACK; ABORT; rollback work')).toEqual(['rollback', 'rollback', 'rollback'])
  expect(modes('SAVEPOINT a; ROLLBACK TO a; ROLLBACK WORK TO SAVEPOINT a; RELEASE a')).toEqual(Array(4).fill('normal'))
  expect(modes('"commit"; prepare p as select 1')).toEqual(['normal', 'normal'])
})

test('any text is split without an error, in order, and nothing but comments and semicolons is left over', () => {
  const piece = fc.constantFrom(
    "'",
    '"',
    '$$',
    '$a$',
    '--',
    '\n',
    '/*',
    '*/',
    ';',
    "E'",
    '\\',
    'begin atomic',
    'end',
    'create function',
    'create rule',
    '(',
    ')',
    ' ',
    'x',
    '--> statement-breakpoint',
    'é',
    '🦄',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      lossless(pieces.join(''))
    }),
    { numRuns: 2000 },
  )
})

function lossless(sql: string) {
  const statements = split(sql)
  let at = 0
  for (const { text, offset } of [...statements, { text: '', offset: sql.length }]) {
    expect(offset).toBeGreaterThanOrEqual(at)
    const left = [...lex(sql.slice(at, offset))].filter(({ kind }) => kind !== 'comment' && kind !== 'breakpoint')
    expect(left.filter(({ text }) => text !== ';')).toEqual([])
    expect(sql.slice(offset, offset + text.length)).toBe(text)
    at = offset + text.length
  }
}

describe('every file of real projects', async () => {
  const projects = await readdir(corpus).catch(() => [])
  if (projects.length === 0) {
    const leftOut = `left out: splitting the files of real projects, since ${corpus} is missing`
    console.warn(leftOut)
    test.skip(leftOut)
  }
  beforeAll(loadModule)

  test.each(projects)('%s', async (project) => {
    const folder = join(corpus, project)
    const { dialect } = JSON.parse(await readFile(join(folder, 'project.json'), 'utf8'))
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.sql'))
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const sql = await readFile(join(folder, file), 'utf8')
      lossless(sql)
      if (dialect === 'postgresql') asPostgres(sql, file)
    }
  })
})

/** The server's own parser finds as many statements in the file, and one in each of ours. */
function asPostgres(sql: string, file: string) {
  const count = (text: string) => parseSync(text).stmts?.length ?? 0
  const counted = (text: string): number | undefined => {
    try {
      return count(text)
    } catch {
      return undefined
    }
  }
  const whole = counted(sql) ?? sql.split('--> statement-breakpoint').reduce((sum, chunk) => sum + count(chunk), 0)
  const statements = split(sql)
  expect(statements.length, file).toBe(whole)
  for (const { text } of statements) expect(count(text), `${file}: ${text}`).toBe(1)
}
