import { place } from '../dialect/place.ts'
import { findingLevels } from '../drizzle/user-config.ts'
import { split } from '../postgres/sql/split.ts'
import { type Allowed, allowedIn, allowWithoutReason, unusedAllow } from './allow.ts'
import type { Conventions } from './conventions.ts'
import type { Diagnosis } from './diagnosis.ts'
import type { Parser } from './parse.ts'
import { readMigration, type Unread } from './read.ts'
import type { Evidence, Finding, Found, Rule } from './rule.ts'
import { rules } from './rules/index.ts'
import type { Reviewed, Statement } from './statement.ts'
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
  const { findings, isAllowed, report, complaints } = begin(file, migration)
  for (const rule of rules) {
    if (planned && rule.agreeable) continue
    for (const found of ofHistory(rule, migration)) if (!isAllowed(rule, null)) report(rule, null, found)
    if (!rule.check || levelOf(rule, migration.conventions) === 'off') continue
    for (const statement of migration.statements)
      for (const { message, fix, offset = 0 } of rule.check(statement))
        if (!isAllowed(rule, statement)) {
          const at = place(migration.sql, statement.offset + offset, statement)
          const written = inWritten(fix, statement)
          report(rule, statement, {
            message,
            fix: planned && rule.online ? `${asPlanned}\n${written}` : written,
            ...at,
          })
        }
  }
  for (const { rule, statement, told } of complaints()) report(rule, statement, told)
  return {
    tag,
    file,
    statements: migration.statements.length,
    findings: findings.sort(byPlace),
    timeline: timelineOf(migration),
  }
}

/** A file of the folder that is no migration, with what is wrong about it. `sql` is empty for what is no SQL. */
export interface Stray extends Pick<Reviewed, 'sql' | 'diagnoses' | 'conventions'> {
  readonly file: string
}

/** What the rules about a history say of a file that is no migration. */
export function reviewStray(stray: Stray): readonly Finding[] {
  const { findings, isAllowed, report } = begin(stray.file, { ...stray, statements: [] })
  for (const rule of rules)
    for (const found of ofHistory(rule, stray)) if (!isAllowed(rule, null)) report(rule, null, found)
  return findings
}

/** The planner writes it so itself, if it is told to. */
const asPlanned = '-- online: true in the config, or sluice generate --online, has it written so:'

/** A fix for a transaction that the file has begun itself: there the runner heeds no mark, and the server no CONCURRENTLY. */
function inWritten(fix: string, { mode, transaction }: Statement): string {
  if (!transaction.written || mode !== 'normal') return fix
  const [end, begin] = ['COMMIT;', 'BEGIN;']
  return split(fix)
    .filter((one) => one.mode === 'alone')
    .reduceRight((sql, { text, offset }) => {
      const after = offset + text.length + 1
      return `${sql.slice(0, offset)}${end}\n${sql.slice(offset, after)}\n${begin}${sql.slice(after)}`
    }, fix)
    .replace(/^-- sluice:commit$/gm, `${end}\n${begin}`)
}

const levelOf = ({ id, level }: Rule, { rules }: Conventions) => rules[id] ?? level

/** What is known of the whole file, under the codes of a rule. */
const ofHistory = ({ diagnoses: codes }: Rule, { diagnoses }: Pick<Reviewed, 'diagnoses'>) =>
  diagnoses
    .filter(({ code }) => codes?.includes(code))
    .map(({ says, remedy, by }) => ({ message: says, fix: remedy, line: 1, column: 1, by }))

type Told = Pick<Found, 'message' | 'fix'> & Pick<Finding, 'line' | 'column'> & Partial<Pick<Diagnosis, 'by'>>

/** The findings of one file as they come in, and the comments in it that silence some. */
function begin(file: string, migration: Pick<Reviewed, 'sql' | 'statements' | 'conventions'>) {
  const findings: Finding[] = []
  const allowed = allowedIn(migration)
  const used = new Set<Allowed>()
  return {
    findings,
    /** A finding of the whole file is silenced anywhere in it. */
    isAllowed({ id }: Rule, statement: Statement | null): boolean {
      const silent = allowed.filter((one) => one.rule === id && (!statement || one.statement === statement))
      for (const one of silent) used.add(one)
      return silent.length > 0
    },
    report(rule: Rule, statement: Statement | null, { by, ...found }: Told): void {
      const level = levelOf(rule, migration.conventions)
      if (level === 'off') return
      const { id, why } = rule
      const evidence: Evidence = statement
        ? evidenceOf(statement)
        : { by: by === undefined ? 'text' : 'history', says: by ?? '', locks: {}, rewrote: [] }
      findings.push({ rule: id, level, file, statement: statement?.number ?? null, ...found, why, evidence })
    },
    /** What is wrong with the comments, once all rules have spoken. */
    complaints: () => allowed.flatMap((one) => complaintOf(one, used.has(one)) ?? []),
  }
}

function complaintOf({ rule, reason, statement, line, column }: Allowed, isUsed: boolean) {
  const comment = `-- sluice:allow ${rule}`.trimEnd()
  const about = (rule: Rule, message: string, fix: string) => ({
    rule,
    statement,
    told: { message, fix, line, column },
  })
  if (!isUsed) {
    const what = rules.some(({ id }) => id === rule) ? 'silences nothing' : 'names no rule'
    return about(unusedAllow, `${comment} ${what}`, 'Take the comment away, or correct the id in it.')
  }
  if (reason !== '') return undefined
  return about(allowWithoutReason, `${comment} gives no reason`, `${comment} <reason>`)
}

const byPlace = (a: Finding, b: Finding): number =>
  a.line - b.line || a.column - b.column || findingLevels.indexOf(a.level) - findingLevels.indexOf(b.level)

function evidenceOf({ seen, migration: { sighting } }: Statement): Evidence {
  if (!seen) return { by: 'text', says: sighting.why, locks: {}, rewrote: [] }
  return { by: 'observation', says: sighting.engine ?? '', locks: seen.locks ?? {}, rewrote: seen.rewrote }
}
