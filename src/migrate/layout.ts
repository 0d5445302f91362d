import { join } from 'node:path'

/**
 * How the files of a migration folder lie: `v0` is that of drizzle-kit 0.31, with a journal; `v1` that of 1.0, with a
 * folder for each migration, in the order of their names.
 */
export type Layout = 'v0' | 'v1'

/** The path of a migration's SQL inside the folder. */
export const sqlPath = (layout: Layout, tag: string): string =>
  layout === 'v1' ? join(tag, 'migration.sql') : `${tag}.sql`

/**
 * What a migration's snapshot goes by, so that the newest is the last by name: `0007_snapshot.json` for `0007_brave_otter`;
 * in `v1` the tag, which is the folder's name.
 */
export const snapshotName = (tag: string, layout: Layout = 'v0'): string =>
  layout === 'v1' ? tag : `${tag.split('_')[0]}_snapshot.json`

/** The path of a snapshot inside the folder. */
export const snapshotPath = (layout: Layout, name: string): string =>
  layout === 'v1' ? join(name, 'snapshot.json') : join('meta', name)

/** The time that a folder of `v1` begins with, in milliseconds since 1970: 20261121085614, to the second. 0 where there is none. */
export function folderTime(tag: string): number {
  const [, year, ...rest] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(tag) ?? []
  const [month = 0, ...others] = rest.map(Number)
  return year ? Date.UTC(+year, month - 1, ...others) : 0
}

/** How a folder of `v1` begins that was made then. */
export const timeText = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace(/\D/g, '')

/**
 * The folders of `v1` for the entries of a journal, by tag: the time of each and its name, as `drizzle-kit up` has it.
 * Where several share a second they keep their whole tags, so that they stay in order.
 */
export function folderNames(
  entries: readonly { readonly tag: string; readonly when: number }[],
): ReadonlyMap<string, string> {
  const shared = new Map<string, number>()
  for (const { when } of entries) shared.set(timeText(when), (shared.get(timeText(when)) ?? 0) + 1)
  return new Map(
    entries.map(({ tag, when }) => {
      const time = timeText(when)
      const [, ...words] = tag.split('_')
      return [tag, `${time}_${shared.get(time)! > 1 || words.length === 0 ? tag : words.join('_')}`]
    }),
  )
}
