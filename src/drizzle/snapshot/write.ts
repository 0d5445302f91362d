import { randomUUID } from 'node:crypto'
import type { Schema } from '../../schema/schema.ts'
import { type Overlay, overlayOf } from './overlay.ts'
import { readSchema, writeSchema } from './postgres/schema.ts'

/** The `prevId` of a first snapshot. */
export const originId = '00000000-0000-0000-0000-000000000000'

/** The id of a new snapshot. */
export const newSnapshotId = (): string => randomUUID()

/** What is written of a snapshot. */
export interface NewSnapshot {
  readonly id: string
  /** The id of the one before, `originId` for the first. */
  readonly prevId: string
  readonly schema: Schema
}

/** The file as drizzle-kit 0.31 writes it, without a line end; equal states give equal texts. */
export function writeSnapshot({ id, prevId, schema }: NewSnapshot): string {
  return JSON.stringify({ id, prevId, ...writeSchema(schema) }, null, 2)
}

/** What the file cannot hold of a state, to be kept beside it; null where it holds all. */
export const beyondSnapshot = (state: Schema): Overlay | null => overlayOf(state, readSchema(writeSchema(state)))
