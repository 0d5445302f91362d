/**
 * What can be odd in a history, the most important first: what one such thing is, and what several are. Read after the
 * number of them.
 */
export const oddityWords = {
  sqlMissing: ['journal entry has no SQL file', 'journal entries have no SQL file'],
  tagTwice: ['tag stands in the journal twice', 'tags stand in the journal twice'],
  snapshotUnreadable: ['snapshot cannot be read', 'snapshots cannot be read'],
  headNotLast: [
    'snapshot comes last by name, but is not that of the last journal entry',
    'snapshots come last by name, but are not that of the last journal entry',
  ],
  prefixTwice: [
    'migration shares its prefix, and so its snapshot, with another',
    'migrations share their prefix, and so their snapshot, with others',
  ],
  snapshotIdTwice: ['snapshot has the id of another', 'snapshots have the id of another'],
  forked: [
    'snapshot follows one that another follows too: drizzle-kit refuses the folder',
    'snapshots follow one that another follows too: drizzle-kit refuses the folder',
  ],
  snapshotOutdated: [
    'snapshot is of an older drizzle-kit: that of today refuses the folder until npx drizzle-kit up',
    'snapshots are of an older drizzle-kit: that of today refuses the folder until npx drizzle-kit up',
  ],
  timeMissing: [
    "migration's folder begins with no time, which drizzle-orm 1.0 takes from there",
    "migrations' folders begin with no time, which drizzle-orm 1.0 takes from there",
  ],
  whenOutOfOrder: [
    'migration is dated before an earlier one: drizzle-kit skips it where that one is applied',
    'migrations are dated before an earlier one: drizzle-kit skips them where that one is applied',
  ],
  whenInFuture: [
    'migration is dated in the future: drizzle-kit skips what is made before that day',
    'migrations are dated in the future: drizzle-kit skips what is made before that day',
  ],
  snapshotMissing: ['migration has no snapshot', 'migrations have no snapshot'],
  chainBroken: ['snapshot does not follow the one before it', 'snapshots do not follow the one before them'],
  sqlNotInJournal: ['SQL file is in no journal: nobody applies it', 'SQL files are in no journal: nobody applies them'],
  snapshotNotInJournal: ['snapshot belongs to no journal entry', 'snapshots belong to no journal entry'],
  idxTwice: ['journal entry has the idx of another', 'journal entries have the idx of another'],
  idxNotSequential: [
    'journal entry has another idx than its place',
    'journal entries have another idx than their place',
  ],
  whenRound: [
    'journal entry looks written by hand: its time is round',
    'journal entries look written by hand: their times are round',
  ],
  stateUnchanged: [
    'migration leaves the declared schema as it is: SQL of its own',
    'migrations leave the declared schema as it is: SQL of their own',
  ],
} as const satisfies Record<string, readonly [one: string, many: string]>

export type OddityCode = keyof typeof oddityWords

/** Something in a history that drizzle-kit did not write, or should not have. */
export interface Oddity {
  readonly code: OddityCode
  /** The tags or file names that it is about. */
  readonly names: readonly string[]
}

/** `2 migrations have no snapshot (0003_a, 0007_b)` */
export function oddityText({ code, names }: Oddity): string {
  const [one, many] = oddityWords[code]
  const shown = [...names.slice(0, 2), ...(names.length > 2 ? ['…'] : [])]
  return `${names.length} ${names.length === 1 ? one : many} (${shown.join(', ')})`
}
