import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How a tool keeps migrations: with a journal as drizzle-kit 0.31 does, or a folder each as 1.0 does. */
export type Layout = 'journal' | 'folders'

const start = Date.UTC(2025, 0, 1)
const minute = 60_000
const whenOf = (number: number) => start + number * minute
const tagOf = (number: number) => `${String(number).padStart(4, '0')}_step`
const folderOf = (number: number) =>
  `${new Date(whenOf(number)).toISOString().replace(/\D/g, '').slice(0, 14)}_step_${number}`

/** A table with an index. */
const tableSql = (number: number) =>
  [
    `CREATE TABLE "m_${number}" (\n\t"id" integer PRIMARY KEY NOT NULL,\n\t"v" text\n);`,
    `CREATE INDEX "m_${number}_v_idx" ON "m_${number}" USING btree ("v");`,
  ].join('\n--> statement-breakpoint\n')

/** What each of many pending migrations does. `migrate` reads no snapshots, so none are written. */
export function writePending(folder: string, count: number, layout: Layout): void {
  const numbers = Array.from({ length: count }, (_, number) => number)
  if (layout === 'journal') {
    mkdirSync(join(folder, 'meta'), { recursive: true })
    for (const number of numbers) writeFileSync(join(folder, `${tagOf(number)}.sql`), tableSql(number))
    writeJournal(folder, numbers.map(entry))
    return
  }
  let previous = '00000000-0000-0000-0000-000000000000'
  for (const number of numbers) {
    const id = randomUUID()
    const head = { version: '9', dialect: 'postgres', id, prevIds: [previous], footprints: [] }
    const body =
      number === 0 ? { type: 'base', ddl: [{ name: 'public', entityType: 'schemas' }] } : { type: 'diff', deltas: [] }
    writeStep(folder, number, tableSql(number), { ...head, ...body })
    previous = id
  }
}

/** The transactions that `migrate` makes of pending migrations, ledger and all, as one script. */
export function pendingScript(count: number): string {
  const ledger = 'drizzle.__drizzle_migrations'
  const transactions = Array.from({ length: count }, (_, number) => {
    const hash = String(number).padStart(64, '0')
    const enter = `insert into ${ledger} (hash, created_at) values ('${hash}', ${whenOf(number)});`
    return ['begin;', tableSql(number).replaceAll('--> statement-breakpoint\n', ''), enter, 'commit;'].join('\n')
  })
  const create = `create table ${ledger} (id serial primary key, hash text not null, created_at bigint);`
  return ['create schema drizzle;', create, ...transactions].join('\n')
}

/**
 * Lengthens a folder that holds one migration by an even number of others, which in turn add and drop a column of `table_0`:
 * the last state is the first one.
 */
export function lengthen(folder: string, count: number, layout: Layout): void {
  if (layout === 'journal') lengthenJournal(folder, count)
  else lengthenFolders(folder, count)
}

const stepSql = (number: number) =>
  number % 2 === 1 ? 'ALTER TABLE "table_0" ADD COLUMN "x" text;' : 'ALTER TABLE "table_0" DROP COLUMN "x";'

function lengthenJournal(folder: string, count: number): void {
  const meta = join(folder, 'meta')
  const { entries } = JSON.parse(readFileSync(join(meta, '_journal.json'), 'utf8'))
  const base = JSON.parse(readFileSync(join(meta, '0000_snapshot.json'), 'utf8'))
  const wider = structuredClone(base)
  wider.tables['public.table_0'].columns.x = { name: 'x', type: 'text', primaryKey: false, notNull: false }
  let previous = base.id
  for (let number = 1; number <= count; number++) {
    const snapshot = { ...(number % 2 === 1 ? wider : base), id: randomUUID(), prevId: previous }
    previous = snapshot.id
    writeFileSync(join(folder, `${tagOf(number)}.sql`), stepSql(number))
    writeFileSync(join(meta, `${tagOf(number).slice(0, 4)}_snapshot.json`), JSON.stringify(snapshot, null, 2))
    entries.push(entry(number))
  }
  writeJournal(folder, [{ ...entries[0], when: start }, ...entries.slice(1)])
}

const entry = (number: number) => ({
  idx: number,
  version: '7',
  when: whenOf(number),
  tag: tagOf(number),
  breakpoints: true,
})

function writeJournal(folder: string, entries: readonly object[]): void {
  const journal = { version: '7', dialect: 'postgresql', entries }
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify(journal, null, 2))
}

/** Of drizzle-kit 1.0: what a snapshot changed of the one before. */
function lengthenFolders(folder: string, count: number): void {
  renameSync(join(folder, readdirSync(folder)[0]!), join(folder, folderOf(0)))
  const base = JSON.parse(readFileSync(join(folder, folderOf(0), 'snapshot.json'), 'utf8'))
  const names = { schema: 'public', table: 'table_0', name: 'x', entityType: 'columns' }
  const rest = { type: 'text', typeSchema: null, notNull: false, dimensions: 0, default: null, generated: null }
  const [column, reads] = ['col|public.table_0.x', ['n|tbl|public.table_0', 'n|sch|public']]
  let previous = base.id
  for (let number = 1; number <= count; number++) {
    const adds = number % 2 === 1
    const id = randomUUID()
    writeStep(folder, number, stepSql(number), {
      type: 'diff',
      version: base.version,
      dialect: base.dialect,
      id,
      prevIds: [previous],
      footprints: [
        {
          statementType: adds ? 'add_column' : 'drop_column',
          statementTarget: ['column', 'public', 'table_0', 'x'],
          writes: ['s', 'n', 'e'].map((mark) => `${mark}|${column}`),
          reads,
        },
      ],
      deltas: [
        adds
          ? { op: 'create', row: { ...names, ...rest, identity: null } }
          : { op: 'drop', key: 'columns\u0000["public","table_0","x"]' },
      ],
    })
    previous = id
  }
}

function writeStep(folder: string, number: number, sql: string, snapshot: object): void {
  const step = join(folder, folderOf(number))
  mkdirSync(step, { recursive: true })
  writeFileSync(join(step, 'migration.sql'), sql)
  writeFileSync(join(step, 'snapshot.json'), JSON.stringify(snapshot, null, 2))
}
