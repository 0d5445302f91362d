import { split } from '../postgres/split.ts'
import type { Migration } from './folder.ts'
import { ledgerInsert, ledgerSql } from './ledger.ts'
import type { Outcome } from './outcome.ts'
import { type MigrateOptions, prospect } from './runner.ts'
import { units } from './unit.ts'

/**
 * Executes nothing; the outcome has the SQL that a run would execute, with its transactions, as `script`.
 * @throws SluiceError what `migrate` throws before anything has run
 */
export async function dryRun(options: MigrateOptions): Promise<Outcome> {
  const { connection } = options
  const { before, due, untouched } = await prospect(options)
  const { exists, ledger, stopped } = before
  const insert = await ledgerInsert(connection, ledger)
  const made = exists || due.length === 0 ? [] : ['-- the ledger', ...ledgerSql(ledger).map((sql) => `${sql};`), '']
  const parts = due.map((migration) => {
    const done = stopped.find((each) => each.migration === migration)?.done ?? 0
    return [
      `-- ${migration.tag}${done > 0 ? `, from statement ${done + 1}` : ''}`,
      ...script(migration, done, insert(migration)),
      '',
    ].join('\n')
  })
  return { ...untouched, script: [...made, ...parts].join('\n') }
}

function script({ sql }: Migration, done: number, entry: string): string[] {
  const lines: string[] = []
  const left = units(split(sql), done)
  for (const { statements, alone, begin, close } of left) {
    const texts = statements.map(({ text }) => `${text};`)
    if (alone) lines.push('-- outside a transaction', ...texts)
    else lines.push(`${begin?.text ?? 'begin'};`, ...texts, `${close?.text ?? 'commit'};`)
  }
  const last = left.at(-1)
  if (!last || last.alone || last.close?.mode === 'rollback') return [...lines, 'begin;', `${entry};`, 'commit;']
  return lines.toSpliced(-1, 0, `${entry};`)
}
