import type { Finding } from '../rule.ts'
import type { Held } from '../timeline.ts'

/** What the reports print. */
export interface Report {
  readonly migrations: readonly {
    readonly tag: string
    readonly file: string
    readonly statements: number
    readonly timeline: readonly Held[]
  }[]
  readonly findings: readonly Finding[]
}

type Section = Pick<Report['migrations'][number], 'file' | 'timeline'> & {
  /** Null of a file that is no migration. */
  readonly statements: number | null
  readonly own: readonly Finding[]
}

/** What is said file by file: of the migrations, and then of what else something was found in. */
export function sectionsOf({ migrations, findings }: Report): readonly Section[] {
  const named = new Set(migrations.map(({ file }) => file))
  const others = new Set(findings.map(({ file }) => file).filter((file) => !named.has(file)))
  const files = [...migrations, ...[...others].map((file) => ({ file, statements: null, timeline: [] }))]
  return files.map((one) => ({ ...one, own: findings.filter(({ file }) => file === one.file) }))
}

/** A name may hold a line end. */
export const oneLine = (text: string): string => text.replace(/\s*[\r\n]+/g, ' ')

/** What a finding rests on, in a line. */
export function evidenceText({ evidence: { by, says, locks, rewrote } }: Finding): string {
  if (by === 'history') return `told by ${says}`
  if (by === 'text') return `judged by its text alone${says ? `: ${says}` : ''}`
  const taken = Object.entries(locks).map(([table, lock]) => `${lock} on ${table}`)
  const done = [...taken, ...rewrote.map((table) => `${table} written anew`)]
  return `seen on ${says}: ${done.join(', ') || 'no new lock on a table that was there'}`
}

/** `1 error, 2 warnings` */
export function countText(findings: readonly Finding[]): string {
  const words = { error: ['error', 'errors'], warn: ['warning', 'warnings'], info: ['remark', 'remarks'] } as const
  const parts = Object.entries(words).flatMap(([level, [one, many]]) => {
    const count = findings.filter((finding) => finding.level === level).length
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  })
  return parts.join(', ') || 'no findings'
}
