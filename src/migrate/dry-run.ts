import type { Statement } from '../dialect/connection.ts'
import { split } from '../postgres/split.ts'
import type { Migration } from './folder.ts'
import { ledgerInsert, ledgerSql } from './ledger.ts'
import type { Outcome } from './outcome.ts'
import { type MigrateOptions, prospect } from './runner.ts'
import { units } from './unit.ts'

/**
 * Executes nothing; the outcome has the SQL that a run would execute, with its transactions, as `script`.
 * `oneTransaction`: it would be one for all of them.
 * @throws SluiceError what `migrate` throws before anything has run
 */
export async function dryRun(options: MigrateOptions, oneTransaction = false): Promise<Outcome> {
  const { connection } = options
  const { before, due, untouched } = await prospect(options)
  const { exists, ledger, stopped } = before
  const insert = await ledgerInsert(connection, ledger)
  const made = exists || due.length === 0 ? [] : ['-- the ledger', ...ledgerSql(ledger).map((sql) => `${sql};`), '']
  const asOne = oneTransaction && due.length > 0
  const parts = due.map((migration) => {
    if (asOne) return [`-- ${migration.tag}`, ...texts(split(migration.sql)), `${insert(migration)};`, ''].join('\n')
    const done = stopped.find((each) => each.migration === migration)?.done ?? 0
    return [
      `-- ${migration.tag}${done > 0 ? `, from statement ${done + 1}` : ''}`,
      ...script(migration, done, insert(migration)),
      '',
    ].join('\n')
  })
  const all = asOne ? ['begin;', ...parts, 'commit;'] : parts
  return { ...untouched, script: [...made, ...all].join('\n') }
}

const texts = (statements: readonly Statement[]) => statements.map(({ text }) => `${text};`)

function script({ sql }: Migration, done: number, entry: string): string[] {
  const lines: string[] = []
  const left = units(split(sql), done)
  for (const { statements, alone, begin, close } of left) {
    if (alone) lines.push('-- outside a transaction', ...texts(statements))
    else lines.push(`${begin?.text ?? 'begin'};`, ...texts(statements), `${close?.text ?? 'commit'};`)
  }
  const last = left.at(-1)
  if (!last || last.alone || last.close?.mode === 'rollback') return [...lines, 'begin;', `${entry};`, 'commit;']
  return lines.toSpliced(-1, 0, `${entry};`)
}
