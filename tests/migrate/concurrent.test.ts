import { expect, test } from 'vitest'
import { traces } from '../../src/migrate/detach.ts'

test.each([
  ['create index concurrently i on t (a)', { verb: 'create', name: ['i'], table: ['t'] }],
  [
    'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "My.I" ON ONLY app."T" (a)',
    { verb: 'create', name: ['My.I'], table: ['app', 'T'] },
  ],
  ['create index concurrently on s.t (a)', { verb: 'create', name: undefined, table: ['s', 't'] }],
  ['create /* now */ index concurrently "on" on t (a)', { verb: 'create', name: ['on'], table: ['t'] }],
  ['drop index concurrently if exists S.i cascade', { verb: 'drop', name: ['s', 'i'] }],
  ['drop index concurrently i', { verb: 'drop', name: ['i'] }],
  ['reindex index concurrently s.i', { verb: 'reindex', name: ['s', 'i'] }],
  ['reindex (verbose, concurrently) table "T"', { verb: 'reindex', name: ['T'] }],
  ['alter table s.t detach partition "P" concurrently', { verb: 'detach', name: ['P'], table: ['s', 't'] }],
  [
    'ALTER TABLE IF EXISTS ONLY t DETACH PARTITION s.p CONCURRENTLY',
    { verb: 'detach', name: ['s', 'p'], table: ['t'] },
  ],
  ['reindex schema concurrently s', { verb: 'reindex', name: undefined }],
])('%s', (sql, left) => {
  expect(traces.concurrent(sql)).toMatchObject(left)
})

test.each(['create index i on t (a)', `insert into t values ('create index concurrently i on t')`, 'vacuum t'])(
  '%s leaves no traces',
  (sql) => {
    expect(traces.concurrent(sql)).toBeUndefined()
  },
)
