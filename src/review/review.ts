import { place } from '../dialect/place.ts'
import { findingLevels } from '../drizzle/user-config.ts'
import { type Allowed, allowedIn, allowWithoutReason, unusedAllow } from './allow.ts'
import type { Parser } from './parse.ts'
import { readMigration, type Unread } from './read.ts'
import type { Evidence, Finding, Rule } from './rule.ts'
import { rules } from './rules/index.ts'
import type { Statement } from './statement.ts'
import { type Held, timelineOf } from './timeline.ts'

export type { Finding }

/** What review has to say of one migration. */
export interface Review {
  readonly tag: string
  readonly file: string
  readonly statements: number
  readonly findings: readonly Finding[]
  /** Which table is locked how, and for how long. */
  readonly timeline: readonly Held[]
}

/** A migration, and the path to show, from the working directory. */
export interface ReviewInput extends Unread {
  readonly file: string
}

/** Reads a migration with all rules. */
export function review(input: ReviewInput, parse: Parser): Review {
  const { file, tag, planned } = input
  const migration = readMigration(input, parse)
  const allowed = allowedIn(migration)
  const used = new Set<Allowed>()
  const levelOf = ({ id, level }: Rule) => migration.conventions.rules[id] ?? level
  const findings: Finding[] = []
  const report = (rule: Rule, statement: Statement, found: Pick<Finding, 'message' | 'fix' | 'line' | 'column'>) => {
    const level = levelOf(rule)
    if (level === 'off') return
    const { id, why } = rule
    const { number } = statement
    findings.push({ rule: id, level, file, statement: number, ...found, why, evidence: evidenceOf(statement) })
  }
  for (const rule of rules) {
    if (levelOf(rule) === 'off' || (planned && rule.agreeable)) continue
    for (const statement of migration.statements)
      for (const { message, fix, offset = 0 } of rule.check(statement)) {
        const silent = allowed.filter((one) => one.rule === rule.id && one.statement === statement)
        for (const one of silent) used.add(one)
        if (silent.length > 0) continue
        report(rule, statement, { message, fix, ...place(migration.sql, statement.offset + offset, statement) })
      }
  }
  for (const one of allowed) {
    const { rule, reason, statement, line, column } = one
    const at = { line, column }
    const comment = `-- sluice:allow ${rule}`.trimEnd()
    if (!used.has(one))
      report(unusedAllow, statement, {
        message: rules.some(({ id }) => id === rule) ? `${comment} silences nothing` : `${comment} names no rule`,
        fix: 'Take the comment away, or correct the id in it.',
        ...at,
      })
    else if (reason === '')
      report(allowWithoutReason, statement, {
        message: `${comment} gives no reason`,
        fix: `${comment} <reason>`,
        ...at,
      })
  }
  return {
    tag,
    file,
    statements: migration.statements.length,
    findings: findings.sort(byPlace),
    timeline: timelineOf(migration),
  }
}

const byPlace = (a: Finding, b: Finding): number =>
  a.line - b.line || a.column - b.column || findingLevels.indexOf(a.level) - findingLevels.indexOf(b.level)

function evidenceOf({ seen, migration: { sighting } }: Statement): Evidence {
  if (!seen) return { by: 'text', says: sighting.why, locks: {}, rewrote: [] }
  return { by: 'observation', says: sighting.engine ?? '', locks: seen.locks ?? {}, rewrote: seen.rewrote }
}
