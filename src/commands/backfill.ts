import { spells } from '../diff/answers.ts'
import { SluiceError } from '../errors.ts'
import { type Key, kindOf } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'

/**
 * Reads `users.age=0`: SQL by the column that it fills.
 * @throws SluiceError `BACKFILL_INVALID`
 */
export function readBackfill(texts: readonly string[], to: Schema): ReadonlyMap<Key, string> {
  return new Map(
    texts.map((text) => {
      const [, name = '', sql = ''] = /^([^=]+)=(.+)$/s.exec(text) ?? []
      const found = Array.from(to.entries(), ([k]) => k).filter((k) => kindOf(k) === 'column' && spells(name, k))
      if (name === '' || sql.trim() === '') throw invalid(text, 'it is not of the form column=<sql>')
      if (found.length === 0) throw invalid(text, `there is no column ${name}`)
      if (found.length > 1) throw invalid(text, `${name} may be ${found.join(' or ')}`)
      return [found[0]!, sql.trim()]
    }),
  )
}

/**
 * Every backfill must be wanted: one that nothing uses was meant for another column.
 * @throws SluiceError `BACKFILL_INVALID`
 */
export function checkUsed(backfill: ReadonlyMap<Key, string>, statements: readonly string[]): void {
  for (const [k, sql] of backfill)
    if (!statements.some((statement) => statement.includes(sql)))
      throw invalid(`${k}=${sql}`, 'this column does not become required in this migration')
}

const invalid = (backfill: string, problem: string) => new SluiceError('BACKFILL_INVALID', { backfill, problem })
