import { expect, test } from 'vitest'
import { readSources, type Source, target } from './sources.ts'

/** A folder or a lone file imports from the rows above it. Folders in one row do not know each other, but plan reads the changes of diff. */
const rows: readonly (readonly string[])[] = [
  ['errors'],
  ['errors.ts', 'schema'],
  ['dialect'],
  ['diff', 'plan', 'postgres', 'sqlite'],
  ['drizzle', 'migrate'],
  ['proof'],
  ['review'],
  ['repair'],
  ['dialects.ts', 'commands'],
  ['cli', 'mcp', 'studio', 'api'],
  ['index.ts', 'migrator.ts'],
]

/** The packages that talk to a database, and what may import them. */
const drivers = /^(pg|@electric-sql\/pglite[\w-]*|libsql)(\/|$)/
const driverFiles = /^(postgres|sqlite)\/(server\/connect|embedded\/embed[\w-]*)\.ts$/

const sources = readSources()
const part = (path: string): string => path.split('/')[0]!
const row = (path: string): number => rows.findIndex((names) => names.includes(part(path)))

const mayImport = (from: string, to: string): boolean =>
  part(from) === part(to) ||
  row(to) < row(from) ||
  (row(to) === row(from) && part(to).endsWith('.ts')) ||
  (part(from) === 'plan' && part(to) === 'diff')

const offences = (offends: (source: Source, imported: Source['imports'][number]) => boolean): readonly string[] =>
  sources.flatMap((source) =>
    source.imports
      .filter((imported) => offends(source, imported))
      .map(({ specifier, mode }) => `${source.path}: ${mode} import of ${specifier}`),
  )

test('every folder of src has its row', () => {
  expect(sources.map(({ path }) => path).filter((path) => row(path) < 0)).toEqual([])
})

test('imports lead upwards', () => {
  expect(
    offences((source, imported) => {
      const to = target(source, imported)
      return to !== undefined && !mayImport(source.path, to)
    }),
  ).toEqual([])
})

test('only connect and embed files name a driver', () => {
  expect(offences(({ path }, { specifier }) => drivers.test(specifier) && !driverFiles.test(path))).toEqual([])
})

const byPath = new Map(sources.map((source) => [source.path, source]))

/** A file and all that loads with it. */
function reach(path: string, reached = new Set<string>()): ReadonlySet<string> {
  const source = byPath.get(path)
  if (!source || reached.has(path)) return reached
  reached.add(path)
  for (const imported of source.imports) {
    const to = imported.mode === 'static' ? target(source, imported) : undefined
    if (to) reach(to, reached)
  }
  return reached
}

test('no driver loads before it is needed', () => {
  // The worker is the program of another thread: what it imports loads when that thread starts.
  const worker = reach('postgres/embedded/embed-worker.ts')
  const loads = ({ imports }: Source) => imports.some((i) => i.mode === 'static' && drivers.test(i.specifier))
  const eager = sources
    .filter(({ path }) => !worker.has(path))
    .filter(({ path }) => [...reach(path)].some((file) => loads(byPath.get(file)!)))
  expect(eager.map(({ path }) => path)).toEqual([])
})

// What schema files call lies beside them, and gets the copy that they get.
test('drizzle-orm is the copy of the user, and known in drizzle/ alone', () => {
  expect(
    offences(
      ({ path }, { specifier, mode }) =>
        /^drizzle-(orm|kit)(\/|$)/.test(specifier) &&
        (part(path) !== 'drizzle' || (mode !== 'type' && !path.startsWith('drizzle/declare/'))),
    ),
  ).toEqual([])
})

// A copy of our own would be 99 files that nothing uses.
test('the command line loads no drizzle-orm', () => {
  const loads = ({ imports }: Source) =>
    imports.some(({ mode, specifier }) => mode === 'static' && /^drizzle-orm(\/|$)/.test(specifier))
  const commands = sources.filter(({ path }) => /^(cli|commands|api)\//.test(path))
  const loaded = new Set(commands.flatMap(({ path }) => [...reach(path)]))
  expect([...loaded].filter((path) => loads(byPath.get(path)!))).toEqual([])
})
