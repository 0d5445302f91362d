import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Connection } from '../../src/dialect/connection.ts'
import { openEmbedded } from '../../src/postgres/embedded/embed.ts'
import { reset } from './reset.ts'

/**
 * One embedded Postgres for a test file, empty before each case:
 *
 *     const database = embedded()
 *     test('…', async () => { await database.connection.script('create table …') })
 */
export function embedded(): { readonly connection: Connection; empty(): Promise<void> } {
  let connection: Connection
  beforeAll(async () => {
    connection = await openEmbedded()
  })
  const empty = async () => {
    try {
      await connection.script('rollback; reset role; reset all')
    } catch {
      // The case before this one ended the engine.
      connection = await openEmbedded()
    }
    await connection.script(reset)
  }
  beforeEach(empty)
  afterAll(() => connection?.close())
  return {
    empty,
    get connection() {
      return connection
    },
  }
}

/** Runs SQL on the embedded database of a project; the rows of its last statement. */
export async function queryProject(cwd: string, sql: string): ReturnType<Connection['script']> {
  const connection = await openEmbedded({ directory: join(cwd, '.sluice', 'postgres') })
  try {
    return await connection.script(sql)
  } finally {
    await connection.close()
  }
}
