import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, test } from 'vitest'
import type { Connection } from '../../src/dialect/connection.ts'
import { connect } from '../../src/postgres/server/connect.ts'
import { readCases } from '../harness/case.ts'
import { reset } from '../harness/reset.ts'
import { type Server, startServer } from '../harness/server.ts'
import { major } from '../harness/server-package.ts'
import { thereAndBack } from '../harness/travel.ts'

let server: Server
let connection: Connection
let extensions: ReadonlySet<unknown>

beforeAll(async () => {
  server = await startServer()
  connection = await connect(await server.createDatabase())
  const rows = await connection.query('select name from pg_available_extensions')
  extensions = new Set(rows.map(({ name }) => name))
})
afterAll(async () => {
  await connection?.close()
  await server?.stop()
})
beforeEach(() => connection.script(`rollback; reset role; reset all; ${reset}`))

test.for(readCases(join(import.meta.dirname, '..', 'cases')).map((one) => [one.name, one] as const))(
  '%s',
  async ([, one], { skip }) => {
    skip(Number(major) < one.since, `needs Postgres ${one.since}`)
    for (const name of one.extensions) skip(!extensions.has(name), `no extension ${name} comes with it`)
    await thereAndBack(connection, one)
  },
)
