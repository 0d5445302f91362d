/**
 * Speed, side by side with drizzle-kit 0.31 and 1.0 in one run: `npm run bench`. `--only start,migrate` runs some groups,
 * `--quick` fewer rounds; only a whole run with all rounds writes `bench/results.md`. Ends with 1 where a budget is not met.
 */
import { rmSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type Server, startServer } from '../tests/harness/server.ts'
import { major } from '../tests/harness/server-package.ts'
import { writeResults } from './kept.ts'
import { measure } from './measure.ts'
import { areMet, line, page, type Result } from './results.ts'
import { generate } from './rows/generate.ts'
import { history } from './rows/history.ts'
import { migrate } from './rows/migrate.ts'
import { plan } from './rows/plan.ts'
import { prove } from './rows/prove.ts'
import type { Bench, Row } from './rows/row.ts'
import { start } from './rows/start.ts'
import { makeHome, newKit } from './tools.ts'

const groups: Readonly<Record<string, (bench: Bench) => AsyncGenerator<Row>>> = {
  start,
  generate,
  history,
  plan,
  migrate,
  prove,
}

const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } } })
const only = values.only?.split(',') ?? Object.keys(groups)
const unknown = only.filter((name) => !(name in groups))
if (unknown.length > 0) throw new Error(`no group ${unknown.join(', ')}: there are ${Object.keys(groups).join(', ')}`)

let server: Server | undefined
const home = makeHome()
const bench: Bench = {
  home,
  newKit: await newKit(),
  database: async () => {
    server ??= await startServer()
    return server.createDatabase()
  },
}
const results: Result[] = []
try {
  for (const name of only)
    for await (const row of groups[name]!(bench)) {
      const result = { row, samples: await measure(row.contestants, values.quick ? 3 : 9) }
      results.push(result)
      console.log(line(result, results))
    }
} finally {
  await server?.stop()
  rmSync(home, { recursive: true, force: true })
}

const machine = `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, Postgres ${major}.`
if (!values.quick && values.only === undefined) writeResults(page(results, machine))
process.exitCode = areMet(results) ? 0 : 1
