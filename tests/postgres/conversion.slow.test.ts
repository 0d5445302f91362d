import { expect, test } from 'vitest'
import { sqlType } from '../../src/postgres/column-type.ts'
import { conversion } from '../../src/postgres/conversion.ts'
import { literal } from '../../src/postgres/sql/quote.ts'
import { embedded } from '../harness/embedded.ts'

/** Types and a telling value of each. */
const samples = {
  smallint: '1',
  integer: '16777217',
  bigint: '9007199254740993',
  numeric: '1.2345678901234567890',
  'numeric(5, 2)': '1.25',
  'numeric(8,2)': '123456.25',
  real: '0.1234567',
  'double precision': '0.12345678901234567',
  money: '1',
  boolean: 'true',
  text: '{"a":1}',
  'varchar(5)': '12345',
  'char(5)': '1',
  citext: 'One',
  uuid: '00000000-0000-0000-0000-000000000001',
  bytea: '\\x01ff',
  json: '{"a": 1, "a": 2}',
  jsonb: '17',
  date: '2026-01-02',
  'time(3)': '01:02:03.456',
  'time with time zone': '01:02:03+07',
  timestamp: '2026-01-02 03:04:05.678901',
  'timestamp (3)': '2026-01-02 03:04:05.678',
  'timestamp (3) with time zone': '2026-01-02 03:04:05.678+00',
  interval: '1 year 2 days 03:04:05.678901',
  'interval year to month': '1 year 2 months',
  'interval day to second(3)': '1 day 03:04:05.678',
  inet: '10.0.0.1/8',
  cidr: '10.0.0.0/8',
  macaddr: '08:00:2b:01:02:03',
  macaddr8: '08:00:2b:01:02:03:04:05',
  'bit(3)': '101',
  'bit varying(5)': '101',
  'vector(3)': '[1,2,3]',
  vector: '[1,2.0009,3]',
  'halfvec(3)': '[1,2,3]',
  'sparsevec(3)': '{1:1}/3',
  'integer[]': '{1,NULL,3}',
  'text[]': '{a,"b \\"c\\"",NULL}',
  'varchar(5)[]': '{1}',
  'numeric(5, 2)[]': '{1.25}',
  'real[]': '{1,2,3}',
  'boolean[]': '{t,NULL,f}',
  'timestamp (3)[]': '{2026-01-02 03:04:05.678}',
  'jsonb[]': '{1,"{\\"a\\": 1}"}',
  'text COLLATE "C"': '1',
} as const

const names = Object.keys(samples) as (keyof typeof samples)[]
const database = embedded()

// What a script does to a table `t (v …)`: the word for it, and the value that it leaves.
const attempt = `
  CREATE FUNCTION attempt(made text, script text, OUT effect text, OUT value text) AS $$
  DECLARE file oid;
  BEGIN
    EXECUTE made;
    file = pg_relation_filenode('t');
    EXECUTE script;
    effect = CASE WHEN file = pg_relation_filenode('t') THEN 'stays' ELSE 'written again' END;
    SELECT v::text FROM t INTO value;
    RAISE 'undo' USING ERRCODE = 'P0099';
  EXCEPTION WHEN SQLSTATE 'P0099' THEN
    NULL;
  WHEN OTHERS THEN
    effect = 'refused: ' || SQLERRM;
  END $$ LANGUAGE plpgsql`

const onlyTheCastCanTell = /^(money|macaddr|vector|halfvec|sparsevec)/

/** A text that no such type takes may be cut to size by a cast. */
const cutsOff = /^bit/
const isText = /^(text|varchar|char|citext|json)/

const typed = (type: string) => ({ type, of: null })
const spell = (type: string) => sqlType(typed(type))

function change(from: string, to: string) {
  const said = conversion({ from: typed(from), to: typed(to) }, 'v')
  const bare = `ALTER TABLE t ALTER v TYPE ${spell(to)}`
  return { to, said, bare, sql: said.using ? `${bare} USING ${said.using}` : bare }
}

test.each(names)('%s becomes any other type as it is said', async (from) => {
  const { connection } = database
  await connection.script("CREATE EXTENSION citext; CREATE EXTENSION vector; SET timezone = 'Europe/Berlin'")
  await connection.script(attempt)
  const table = `CREATE TABLE t (v ${spell(from)})`
  const sample = `${literal(samples[from])}::${spell(from)}`
  const run = async (scripts: readonly string[], made = `${table}; INSERT INTO t VALUES (${sample})`) =>
    (await connection.query(
      'SELECT (attempt($1, script)).* FROM unnest($2::text[]) WITH ORDINALITY u (script, n) ORDER BY n',
      [made, scripts],
    )) as unknown as readonly { readonly effect: string; readonly value: string | null }[]
  const one = async (sql: string) => Object.values((await connection.query(sql))[0]!)[0]

  const changes = names.map((to) => change(from, to))
  const effects = await run(changes.map(({ sql }) => sql))
  for (const [i, { said, to }] of changes.entries()) {
    const { effect } = effects[i]!
    const refused = effect.startsWith('refused')
    const valid = `SELECT pg_input_is_valid(${said.check?.text}, '${said.check && sqlType(said.check.type)}') FROM (SELECT ${sample} v) t`
    const fits = said.check ? await one(valid) : !(refused && onlyTheCastCanTell.test(to))
    if (fits) expect(`${to}: ${effect}`).toBe(`${to}: ${said.rewrites ? 'written again' : 'stays'}`)
    else if (!cutsOff.test(to)) expect(`${to}: ${effect}`).toMatch(`${to}: refused`)
  }

  const asking = changes.filter(({ said }) => said.using !== undefined && !from.startsWith('bit'))
  const bare = await run(
    asking.map(({ bare }) => bare),
    table,
  )
  expect(asking.filter((_, i) => !bare[i]!.effect.startsWith('refused')).map(({ to }) => to)).toEqual([])

  // What is said to lose nothing comes back as it was.
  const ways = changes.flatMap(({ to, sql, said }, i) => {
    const back = change(to, from)
    const lossy = said.loses || back.said.loses || effects[i]!.effect.startsWith('refused')
    return lossy || said.using || isText.test(from) ? [] : [{ to, sql: `${sql}; ${back.sql}` }]
  })
  const returned = await run(ways.map(({ sql }) => sql))
  const text = String(await one(`SELECT ${sample}::text`))
  const changed = ways.flatMap(({ to }, i) =>
    [text, null].includes(returned[i]!.value) ? [] : [{ to, ...returned[i] }],
  )
  expect(changed).toEqual([])
})
