import { describe, expect, test } from 'vitest'
import type { Change } from '../../src/diff/change.ts'
import { diff } from '../../src/diff/diff.ts'
import { readSnapshot } from '../../src/drizzle/snapshot/read.ts'
import { newestSnapshot, readFolder } from '../../src/migrate/folder.ts'
import { migrate } from '../../src/migrate/runner.ts'
import { survey, unmodelledText } from '../../src/postgres/catalog.ts'
import { postgres } from '../../src/postgres/postgres.ts'
import { supabase } from '../../src/postgres/providers/supabase.ts'
import { build } from '../../src/proof/settle.ts'
import { assuming } from '../../src/proof/stand-ins.ts'
import { type Key, key, kindOf, type Obj } from '../../src/schema/object.ts'
import { Schema } from '../../src/schema/schema.ts'
import { type CorpusProject, corpusProjects } from '../harness/corpus.ts'
import { embedded } from '../harness/embedded.ts'

/** Between a replayed history and its head snapshot, what project.json has no word for. */
const unlisted: Readonly<Record<string, readonly string[]>> = {
  // 0066 says DEFAULT NULL, the snapshot 'null'::jsonb; 0103 recreates indexes without the predicate of the snapshot.
  'claude-code-hub': [
    'column:public.providers.anthropic_adaptive_thinking default',
    'index:public.usage_ledger.idx_usage_ledger_key_cost where',
    'index:public.usage_ledger.idx_usage_ledger_key_created_at where',
    'index:public.usage_ledger.idx_usage_ledger_key_created_at_desc_cover where',
    'index:public.usage_ledger.idx_usage_ledger_provider_cost_cover where',
    'index:public.usage_ledger.idx_usage_ledger_provider_created_at where',
    'index:public.usage_ledger.idx_usage_ledger_user_cost_cover where',
    'index:public.usage_ledger.idx_usage_ledger_user_created_at where',
  ],
  // 0001 renames the table, and nobody the constraint; RLS is turned on by hand, for tables that do not say so.
  pinpoint: [
    'primaryKey:public.invited_users name',
    'table:public.discord_integration_config rls',
    'table:public.invited_users rls',
    'table:public.issue_comments rls',
    'table:public.issue_images rls',
    'table:public.issue_watchers rls',
    'table:public.issues rls',
    'table:public.machine_watchers rls',
    'table:public.machines rls',
    'table:public.notification_preferences rls',
    'table:public.notifications rls',
    'table:public.user_profiles rls',
    'comment: comment on function public.get_discord_config()',
    'comment: comment on function public.get_pinballmap_credentials()',
    'comment: comment on function public.handle_new_user()',
  ],
  // A unique constraint beside the key of its column gave it its name; 0014 changes the role and 0000 makes a schema, by hand.
  'tambo-cloud': [
    ...['api_keys', 'mcp_oauth_clients', 'mcp_usage', 'messages', 'project_logs', 'projects', 'provider_keys'],
    ...['suggestions', 'tambo_users', 'threads', 'tool_provider_user_contexts', 'tool_providers'],
  ]
    .map((table) => `primaryKey:public.${table} name`)
    .concat('role:project_api_key inherit', 'schema: schema:extensions'),
  // 0005 renames the table, and nobody the constraint.
  'zero-mail': ['primaryKey:public.mail0_connection name'],
}

const nouns: Readonly<Record<string, string>> = {
  check: 'checks',
  column: 'columns',
  enum: 'enums',
  foreignKey: 'fks',
  index: 'indexes',
  materializedView: 'matviews',
  policy: 'policies',
  table: 'tables',
  unique: 'uniques',
  view: 'views',
}
const others: Readonly<Record<string, string>> = {
  extension: 'extensions',
  function: 'functions',
  trigger: 'triggers',
}

/** A whole database; what is not modelled in words. */
interface Found {
  readonly schema: Schema
  readonly unmodelled: readonly string[]
}

const database = embedded()
const projects = corpusProjects('the real histories, replayed')

describe.skipIf(projects.length === 0)('a real history', () => {
  test.for(projects)('$name ends as listed', async (project) => {
    const replayed = await replay(project)
    if (!replayed) return
    const { result, catalog } = project.replay.pglite18
    const clean = result === 'clean'
    // Listed as `cols` are the tables once more; what it was given had ten extensions.
    const { cols: _cols, extensions, ...counts } = catalog
    expect(countsOf(replayed)).toMatchObject(clean ? { ...counts, extensions } : counts)
    const head = await readHead(project)
    if (!head) return
    const settled = without(clean ? [] : provided, await buildEmpty(head))
    const { listed, more } = driftOf(settled, replayed)
    expect(listed).toEqual(project.driftReplayVsHeadSnapshot)
    expect(more).toEqual(unlisted[project.name] ?? [])
  })

  test.for(projects)('$name is built by its head', async (project, context) => {
    const head = await readHead(project)
    if (!head) return context.skip()
    const built = await buildEmpty(head)
    const stoodIn = (k: Key) => kindOf(k) === 'role' && !head.has(k)
    expect(keysOf(built.schema).filter((k) => !stoodIn(k))).toEqual(keysOf(head))
    // What the database says of it builds the same again, but for texts that it words anew a second time.
    const again = await buildEmpty(withoutBeside(built.schema))
    const twice = await buildEmpty(withoutBeside(again.schema))
    expect(diff({ from: again.schema, to: twice.schema }, postgres).changes).toEqual([])
  })
})

/** Runs a history as `migrate` does; undefined where it fails as listed. */
async function replay({ out, replay }: CorpusProject): Promise<Found | undefined> {
  const { result, firstError } = replay.pglite18
  const folder = await readFolder(out)
  const run = () => migrate({ connection: database.connection, folder })
  const first = await run()
  expect(first.failed && { tag: first.failed.tag, code: first.failed.state }).toEqual(
    firstError ? { tag: firstError.tag, code: firstError.code } : undefined,
  )
  if (result === 'clean') return without(['drizzle'], await read())
  // What Supabase provides makes pinpoint whole. grnyte begins with a change of what a removed migration made.
  await database.connection.script(supabase)
  const second = await run()
  if (result === 'fails') {
    expect(second).toMatchObject({ applied: [], failed: { tag: firstError!.tag, state: '42P01' } })
    return undefined
  }
  expect(second.failed).toBeUndefined()
  return without([...provided, 'drizzle'], await read())
}

async function read(): Promise<Found> {
  const { schema, unmodelled } = await survey(database.connection)
  return { schema, unmodelled: unmodelled.map(unmodelledText) }
}

/** The newest snapshot; undefined, with the reason printed, where it does not hold all that it needs. */
async function readHead({ name, out }: CorpusProject): Promise<Schema | undefined> {
  const { file, text } = (await newestSnapshot(await readFolder(out)))!
  const { schema } = readSnapshot(text, file)
  const gone = [...schema].flatMap(({ refs }) => refs).filter((ref) => !schema.has(ref) && kindOf(ref) !== 'role')
  if (gone.length === 0) return schema
  console.log(`left out: the head of ${name}, which names ${[...new Set(gone)].join(', ')} and does not hold it`)
  return undefined
}

/** What no snapshot of drizzle-kit holds: hand-written SQL made it. */
const beside = /^(extension|function|trigger|grant|defaultPrivilege|comment):/

/** Postgres cuts a name to 63 bytes. */
const keysOf = (schema: Schema) =>
  [...schema]
    .map(({ kind, id }) => key(kind, ...Object.values(id).map((name) => name.slice(0, 63))))
    .filter((k) => !k.startsWith('schema:') && !beside.test(k))
    .sort()

/** What the head of tambo-cloud, which declares the rest of Supabase's schema itself, counts on. */
const madeByHand = `
  create function public.generate_custom_id(prefix text) returns text language sql as 'select $1';
  create function auth.uid() returns uuid language sql as 'select null::uuid'`

async function buildEmpty(schema: Schema): Promise<Found> {
  // What stands in for a provider may need a schema before it is declared.
  const schemas = new Schema([...schema].filter(({ kind }) => kind === 'schema'))
  const script = build(schema, postgres, schemas)
  await database.empty()
  // A schema that no file exports is not in a snapshot, what lies in it is.
  for (const name of new Set([...schema].flatMap(({ kind, id }) => (kind === 'schema' ? id.name : id.schema) ?? [])))
    if (name !== 'public') await database.connection.script(`create schema ${name}`)
  if (script.includes('generate_custom_id')) await database.connection.script(madeByHand)
  await assuming(database.connection, new Map(), () => database.connection.script(script))
  return read()
}

/** What Supabase provides lies in these. */
const provided = ['auth', 'storage', 'vault', 'extensions']

/** Without these schemas. */
function without(schemas: readonly string[], { schema, unmodelled }: Found): Found {
  const lies = new RegExp(`(^\\w+| on) (${schemas.join('|')})\\b`)
  return {
    schema: new Schema(
      [...schema].filter(
        ({ kind, id }) => !beside.test(`${kind}:`) && !schemas.includes((kind === 'schema' ? id.name : id.schema)!),
      ),
    ),
    unmodelled: [...unmodelled, ...[...schema].flatMap(besideName)].filter(
      (what) => schemas.length === 0 || !lies.test(what),
    ),
  }
}

/** What a head is built with stands there again by itself. */
const withoutBeside = (schema: Schema) => new Schema([...schema].filter(({ kind }) => !beside.test(`${kind}:`)))

/** As the survey names what is not modelled. */
function besideName({ kind, id }: Obj): string[] {
  if (kind === 'extension') return [`extension ${id.name}`]
  const routine = `function ${id.schema}.${id.name}(${id.args})`
  if (kind === 'function') return [routine]
  if (kind === 'comment' && id.of === 'function') return [`comment on ${routine}`]
  return kind === 'trigger' ? [`trigger ${id.name} on ${id.schema}.${id.table}`] : []
}

function countsOf({ schema, unmodelled }: Found): Record<string, number> {
  const objects = [...schema]
  return {
    ...mapped(nouns, (kind) => objects.filter((object) => object.kind === kind).length),
    ...mapped(others, (word) => unmodelled.filter((what) => what.startsWith(`${word} `)).length),
    rls: objects.filter(({ kind, attrs }) => kind === 'table' && Object(attrs).rls).length,
  }
}

const mapped = (words: Readonly<Record<string, string>>, count: (key: string) => number): Record<string, number> =>
  Object.fromEntries(Object.entries(words).map(([key, noun]) => [noun, count(key)]))

/** The differences in the words of project.json, and those that it has none for. */
function driftOf(head: Found, found: Found): { listed: Record<string, number>; more: string[] } {
  const names = [
    ...diff({ from: head.schema, to: found.schema }, postgres).changes.flatMap(driftNames),
    // A function that a head is built with only stands in. project.json says nothing of grants.
    ...found.unmodelled
      .filter((what) => !/: GRANT$|^default acl /.test(what))
      .filter((what) => what.startsWith('function ') || !head.unmodelled.includes(what))
      .map(unmodelledName),
  ]
  const listed = names.filter((name) => !name.includes(':'))
  return {
    listed: Object.fromEntries([...new Set(listed)].map((name) => [name, listed.filter((n) => n === name).length])),
    more: names.filter((name) => name.includes(':')),
  }
}

function driftNames(change: Change): readonly string[] {
  const only = (kind: string, verb: string) => (nouns[kind] ? `${nouns[kind]}${verb}InDb` : `${kind}: ${change.key}`)
  // A history counts on roles that it does not declare.
  if (change.verb === 'create' && change.to.kind === 'role') return []
  if (change.verb === 'create') return [only(change.to.kind, 'Only')]
  if (change.verb === 'drop') return [only(change.from.kind, 'Missing')]
  if (change.verb === 'rename') return [only(change.to.kind, 'Missing'), only(change.to.kind, 'Only')]
  return change.attrs.map((attr) => (attr === 'notNull' ? 'notNullDiff' : `${change.key} ${attr}`))
}

function unmodelledName(what: string): string {
  const noun = others[what.slice(0, what.indexOf(' '))]
  return noun ? `${noun}${noun === 'views' ? 'Only' : ''}InDb` : `comment: ${what}`
}
