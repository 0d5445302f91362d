import type { SquashedStatus } from '../migrate/squashed.ts'
import { type Finding, finding } from './finding.ts'

/** What a database has applied that is no longer what lies in the folder. */
export function fromLedger({ applied, missing, stopped, rollingBack, halfway }: SquashedStatus): readonly Finding[] {
  const tags = (by: string) => applied.filter((match) => match.by === by).map(({ migration }) => migration.tag)
  return [
    ...finding('edited', tags('edited')),
    ...finding(
      'deleted',
      missing.map(({ name, hash, createdAt }) => name ?? `${hash.slice(0, 12)} of ${dateText(createdAt)}`),
    ),
    ...finding('restamped', tags('restamped')),
    ...finding(
      'halfRun',
      stopped.map(({ migration }) => migration.tag),
    ),
    ...finding(
      'halfBack',
      rollingBack.map(({ migration }) => migration.tag),
    ),
    ...finding(
      'halfway',
      halfway.map(({ tag }) => tag),
    ),
  ]
}

const dateText = (ms: number | null): string => (ms === null ? 'an unknown time' : new Date(ms).toISOString())
