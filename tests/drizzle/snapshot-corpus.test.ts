import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import type { SnapshotJson } from '../../src/drizzle/snapshot/postgres/format.ts'
import { readSnapshot } from '../../src/drizzle/snapshot/read.ts'
import { writeSnapshot } from '../../src/drizzle/snapshot/write.ts'
import { SluiceError } from '../../src/errors.ts'
import { readSnapshotHead } from '../../src/migrate/snapshot-head.ts'
import { corpus } from '../harness/corpus.ts'

/** A snapshot with the keys that older versions of drizzle-kit left out. */
const complete = ({ tables, internal, ...rest }: SnapshotJson) => ({
  sequences: {},
  roles: {},
  policies: {},
  views: {},
  ...rest,
  tables: Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [
      name,
      { uniqueConstraints: {}, policies: {}, checkConstraints: {}, isRLSEnabled: false, ...table },
    ]),
  ),
})

test('every snapshot of the real histories is read and written without loss, or refused with its reason', (context) => {
  if (!existsSync(corpus)) {
    console.log(`left out: the snapshots of the real histories (no ${corpus}; SLUICE_CORPUS names the folder)`)
    return context.skip()
  }
  const files = readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /snapshot\.json$/.test(file),
  )
  const count = new Map<string, number>()
  for (const file of files) {
    const text = readFileSync(join(corpus, file), 'utf8')
    const json = JSON.parse(text)
    const reason = roundTrip(text, file)
    count.set(reason, (count.get(reason) ?? 0) + 1)
    const { version, dialect, id, prevId } = json
    if (dialect !== 'postgresql' || version !== '7') expect(reason, file).toBe(`SNAPSHOT_VERSION ${dialect} ${version}`)
    else {
      expect(readSnapshotHead(text), file).toEqual({ id, prevId, version })
      expect(reason, file).toBe('same')
    }
  }
  for (const [reason, number] of [...count].sort()) console.log(`${number} snapshots: ${reason}`)
  expect(count.get('same')).toBeGreaterThan(0)
})

function roundTrip(text: string, file: string): string {
  try {
    const snapshot = readSnapshot(text, file)
    const [written, expected] = [JSON.parse(writeSnapshot(snapshot)), complete(JSON.parse(text))]
    // Faster than toEqual, which then shows the difference
    if (!isDeepStrictEqual(written, expected)) expect(written, file).toEqual(expected)
    return 'same'
  } catch (error) {
    if (!(error instanceof SluiceError)) throw error
    const { dialect, version, objects } = error.details
    return `${error.code} ${objects ?? `${dialect} ${version}`}`
  }
}
