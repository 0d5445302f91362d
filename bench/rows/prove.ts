import { makeUnchanged, sluice } from '../tools.ts'
import type { Bench, Row } from './row.ts'

/** The proof of a migration that adds a column to one of many tables. */
export async function* prove({ home }: Bench): AsyncGenerator<Row> {
  for (const tables of [10, 100, 1_000]) {
    const project = await makeUnchanged(home, sluice, tables)
    project.declare(tables, { added: true })
    await project.run(['generate', '--no-prove', '--name=added'])
    const inner = { of: 'the proof itself', read: (stdout: string): number => JSON.parse(stdout).proofs[0].ms }
    yield {
      name: `prove one new column, ${tables.toLocaleString('en')} tables`,
      contestants: [project.contestant(['prove', '--json'], { inner })],
      budget: { innerMs: 1_000, mb: 250 },
    }
  }
}
