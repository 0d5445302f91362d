import { safeParse } from 'valibot'
import { parseJson } from '../../dialect/json.ts'
import { SluiceError } from '../../errors.ts'
import type { Schema } from '../../schema/schema.ts'
import { type SnapshotJson, snapshotFormat } from './postgres/format.ts'
import { readSchema } from './postgres/schema.ts'
import { upgrade } from './postgres/upgrade.ts'

/** A stored state of the schema files. */
export interface Snapshot {
  readonly id: string
  /** The id of the snapshot that this one follows. */
  readonly prevId: string
  /** Of the file: `5`, `6` or `7`. */
  readonly version: string
  readonly dialect: string
  readonly schema: Schema
}

const codes = { conflict: 'SNAPSHOT_CONFLICT', invalid: 'SNAPSHOT_INVALID' } as const

/**
 * Reads a snapshot file of drizzle-kit 0.19 to 0.31. `file` names it in errors.
 * @throws SluiceError `SNAPSHOT_CONFLICT`, `SNAPSHOT_INVALID`, `SNAPSHOT_OUTDATED`, `SNAPSHOT_VERSION`.
 */
export function readSnapshot(text: string, file: string): Snapshot {
  const { version, json: raw } = inVersion7(parseJson(text, file, codes), file)
  const { issues } = safeParse(snapshotFormat, raw, { abortEarly: true })
  if (issues) {
    const [{ path = [], message }] = issues
    const where = path.map((item) => `[${JSON.stringify(item.key)}]`).join('')
    throw new SluiceError('SNAPSHOT_INVALID', { at: file, file, problem: `${where} ${message}` })
  }
  // The input and not valibot's output, whose records leave out a key `constructor`
  const json = raw as SnapshotJson
  const { id, prevId, dialect } = json
  return { id, prevId, version, dialect, schema: readSchema(json) }
}

/** drizzle-kit before 0.21 says `pg`. */
function inVersion7(raw: unknown, file: string): { readonly version: string; readonly json: unknown } {
  const { version, dialect } = Object(raw) as Record<string, unknown>
  if (typeof version !== 'string' || typeof dialect !== 'string')
    throw new SluiceError('SNAPSHOT_INVALID', { at: file, file, problem: 'it names no version and dialect' })
  switch (`${dialect} ${version}`) {
    case 'postgresql 7':
      return { version, json: raw }
    case 'postgresql 6':
    case 'pg 5':
      return { version, json: upgrade(raw as Record<string, unknown>) }
  }
  const older = ['pg', 'postgresql'].includes(dialect) && Number(version) < 7
  throw new SluiceError(older ? 'SNAPSHOT_OUTDATED' : 'SNAPSHOT_VERSION', { file, version, dialect })
}
