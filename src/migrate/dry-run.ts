import type { Statement } from '../dialect/connection.ts'
import { split } from '../postgres/sql/split.ts'
import type { Migration } from './folder.ts'
import { ledgerBooking, ledgerSql } from './ledger.ts'
import type { Outcome } from './outcome.ts'
import { type MigrateOptions, prospect } from './runner.ts'
import { type Unit, units } from './unit.ts'

/** What else a unit begins with; `all`: the statements of the migration. */
export type Beginning = (
  migration: Migration,
  unit: Unit,
  all: readonly Statement[],
) => readonly string[] | Promise<readonly string[]>

/**
 * Executes nothing; the outcome has the SQL that a run would execute, with its transactions, as `script`.
 * `oneTransaction`: it would be one for all of them.
 * @throws SluiceError what `migrate` throws before anything has run
 */
export async function dryRun(
  options: MigrateOptions,
  oneTransaction = false,
  beginning: Beginning = () => [],
): Promise<Outcome> {
  const { connection, direction } = options
  const { before, due, untouched } = await prospect(options)
  const { exists, ledger, stopped } = before
  const { book } = await (direction?.booking ?? ledgerBooking)(connection, ledger)
  const made = exists || due.length === 0 ? [] : ['-- the ledger', ...ledgerSql(ledger).map((sql) => `${sql};`), '']
  const asOne = oneTransaction && due.length > 0
  const parts: string[] = []
  for (const migration of due) {
    const done = stopped.find((each) => each.migration === migration)?.done ?? 0
    const lines = asOne
      ? [...texts(split(migration.sql)), `${book(migration)};`]
      : await script(migration, done, book(migration), beginning)
    parts.push([`-- ${migration.tag}${done > 0 ? `, from statement ${done + 1}` : ''}`, ...lines, ''].join('\n'))
  }
  const all = asOne ? ['begin;', ...parts, 'commit;'] : parts
  return { ...untouched, script: [...made, ...all].join('\n') }
}

const texts = (statements: readonly Statement[]) => statements.map(({ text }) => `${text};`)

async function script(migration: Migration, done: number, entry: string, beginning: Beginning): Promise<string[]> {
  const lines: string[] = []
  const statements = split(migration.sql)
  const left = units(statements, done)
  for (const unit of left) {
    const { alone, begin, close } = unit
    const before = (await beginning(migration, unit, statements)).map((text) => `${text};`)
    const all = [...before, ...texts(unit.statements)]
    if (alone) lines.push('-- outside a transaction', ...all)
    else lines.push(`${begin?.text ?? 'begin'};`, ...all, `${close?.text ?? 'commit'};`)
  }
  const last = left.at(-1)
  if (!last || last.alone || last.close?.mode === 'rollback') return [...lines, 'begin;', `${entry};`, 'commit;']
  return lines.toSpliced(-1, 0, `${entry};`)
}
