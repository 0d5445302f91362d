import { counted } from '../dialect/counted.ts'
import { lossesOf, madeAnew } from '../plan/plan.ts'
import type { Proof, Proven } from '../proof/proof.ts'
import type { Finding } from '../review/rule.ts'
import type { Key } from '../schema/object.ts'
import type { Draft, Suggestion } from './draft.ts'
import { type FirstContact, firstContactText } from './first-contact.ts'
import { proofLines, type Times, timesOf } from './proving.ts'

/** What came of `generate`. */
export interface Generated {
  /** The new migration; null where nothing has changed. */
  readonly tag: string | null
  /** The path of its SQL file, from the working directory. */
  readonly file: string | null
  readonly statements: readonly string[]
  /** Noun phrases of all that it loses. */
  readonly loses: readonly string[]
  /** The keys of what is dropped and made again; all else changes in place. */
  readonly anew: readonly Key[]
  /** What some rows may break, with the option that helps. */
  readonly conditions: readonly Suggestion[]
  readonly down: boolean
  /** Null where it was not proven: `--no-prove`, `--custom`. */
  readonly proof: (Proof & Times) | null
  /** What review has to say of it. */
  readonly findings: readonly Finding[]
  /** Where nothing has changed and only drizzle-kit has written migrations so far; else null. */
  readonly firstContact: FirstContact | null
}

export const unchanged: Generated = {
  tag: null,
  file: null,
  statements: [],
  loses: [],
  anew: [],
  conditions: [],
  down: false,
  proof: null,
  findings: [],
  firstContact: null,
}

export const report = (
  { plan, down, conditions }: Draft,
  tag: string,
  file: string,
  proven: Proven | null,
  findings: readonly Finding[],
): Generated => ({
  tag,
  file,
  statements: plan.steps.map(({ sql }) => sql),
  loses: lossesOf(plan.steps),
  anew: madeAnew(plan),
  // A proof keeps those that can be asked before the migration; the others are left to their statements.
  conditions: proven
    ? conditions.filter(({ says }) => proven.proof.conditions.some((stated) => stated.says === says))
    : conditions,
  down: down !== null,
  proof: proven && { ...proven.proof, ...timesOf(proven) },
  findings,
  firstContact: null,
})

/** The same for a person. */
export function generatedText(generated: Generated): string {
  const { tag, file, statements, loses, anew, conditions, proof, findings, firstContact } = generated
  if (file === null) return ['No changes', ...(firstContact ? ['', firstContactText(firstContact)] : [])].join('\n')
  if (statements.length === 0) return `${file}: empty, for SQL of your own; then sluice prove ${tag}`
  const told = findings.filter(({ level }) => level !== 'info')
  const count = counted(statements.length, 'statement')
  const about = proof ? proofLines(proof, proof.ms) : [`unproven: sluice prove ${tag}`]
  return [
    `${file}: ${count}`,
    ...loses.map((loss) => `  loses data: ${loss}`),
    ...(anew.length > 0 ? [`  dropped and made again: ${anew.join(', ')}`] : []),
    ...about.map((line) => `  ${line}`),
    ...conditions.flatMap(({ says, option }) => [
      `  ${proof ? 'migrate refuses' : 'it fails'} if ${says}`,
      ...(option ? [`    to fill them: ${option}`] : []),
    ]),
    ...told.map(
      ({ level, rule, statement, message }) =>
        `  ${level} ${rule}${statement === null ? '' : `, statement ${statement}`}: ${message}`,
    ),
    ...(told.length > 0 ? [`    why, and what to do instead: sluice review ${tag}`] : []),
  ].join('\n')
}
