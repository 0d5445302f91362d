import { type Oddity, type OddityCode, oddityText } from '../migrate/oddity.ts'

/** Something about a project that somebody should know. Most of them `check` ends with 1 for; a remark says how things are. */
export interface Finding {
  readonly code: FindingCode
  /** A remark where false: nobody need do anything. */
  readonly stands: boolean
  /** The tags, files or objects that it is about. */
  readonly names: readonly string[]
  /** A line: what is so, and of what. */
  readonly says: string
  /** The command that mends it; null where nothing need be done. */
  readonly remedy: string | null
}

export type FindingCode = OddityCode | keyof typeof others

/** What is found beside the oddities of a folder: what one such thing is, what several are, and what mends them. */
const others = {
  edited: [
    'migration was edited after it was applied',
    'migrations were edited after they were applied',
    'sluice repair --accept <tag>, or bring back what ran: git log -p',
  ],
  deleted: [
    'applied migration is not in the folder',
    'applied migrations are not in the folder',
    'bring back its file: git log --diff-filter=D --name-only',
  ],
  restamped: [
    'migration has another time than when it was applied: drizzle-kit may apply it again',
    'migrations have another time than when they were applied: drizzle-kit may apply them again',
    'sluice repair',
  ],
  halfRun: ['migration was begun and did not end', 'migrations were begun and did not end', 'sluice migrate'],
  halfway: [
    'squashed migration is applied in part',
    'squashed migrations are applied in part',
    'apply the rest from a commit before sluice squash',
  ],
  halfBack: ['migration is rolled back by half', 'migrations are rolled back by half', 'sluice rollback'],
  proofStale: [
    'migration has changed since it was proven',
    'migrations have changed since they were proven',
    'sluice prove <tag>',
  ],
  proofFailed: ['migration failed its proof', 'migrations failed their proof', 'sluice prove <tag>'],
  branchesConflict: [
    'migration and one of another branch touch the same thing: drizzle-kit refuses the folder',
    'migrations of two branches touch the same thing: drizzle-kit refuses the folder',
    'sluice rebase',
  ],
  schemaAhead: [
    'change of the schema files is in no migration',
    'changes of the schema files are in no migration',
    'sluice generate',
  ],
  docsOutdated: [
    'page of documentation names sources that changed since it was verified',
    'pages of documentation name sources that changed since they were verified',
    'read the page again and set its last_verified_at',
  ],
  historyDiffers: [
    'object is not as its snapshot says once the migrations have run',
    'objects are not as their snapshots say once the migrations have run',
    'correct it with a new migration: sluice generate --custom',
  ],
  historyHalts: [
    'migration does not run on an empty database',
    'migrations do not run on an empty database',
    'sluice repair',
  ],
} as const satisfies Record<string, readonly [one: string, many: string, remedy: string]>

/** Nothing is wrong with these, and no other tool minds them. */
const remarks: ReadonlySet<OddityCode> = new Set(['idxNotSequential', 'stateUnchanged', 'whenRound'])

const remedies: Partial<Record<OddityCode, string>> = {
  forked: 'sluice rebase, or sluice repair',
  snapshotOutdated: 'sluice up',
}

/** What is odd in a folder, with what mends it. */
export const fromOddity = (oddity: Oddity): Finding => {
  const stands = !remarks.has(oddity.code)
  return {
    ...oddity,
    stands,
    says: oddityText(oddity),
    remedy: stands ? (remedies[oddity.code] ?? 'sluice repair') : null,
  }
}

/** A finding about these names; none where there are none. `<tag>` in the remedy becomes the first of them. */
export function finding(code: keyof typeof others, names: readonly string[]): readonly Finding[] {
  const [one, many, remedy] = others[code]
  if (names.length === 0) return []
  const shown = names.length > 3 ? [...names.slice(0, 3), '…'] : names
  const says = `${names.length} ${names.length === 1 ? one : many} (${shown.join(', ')})`
  return [{ code, stands: true, names, says, remedy: remedy.replaceAll('<tag>', names[0]!) }]
}

/** A finding about several things as one about each. */
export const oneByOne = ({ code, names }: Finding): readonly Finding[] =>
  names.flatMap((name) => (isOther(code) ? finding(code, [name]) : fromOddity({ code, names: [name] })))

const isOther = (code: FindingCode): code is keyof typeof others => code in others
