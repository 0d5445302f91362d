import { safeParse } from 'valibot'
import { parseJson } from '../../../dialect/json.ts'
import { SluiceError } from '../../../errors.ts'
import type { Schema } from '../../../schema/schema.ts'
import { readSchema } from '../postgres/schema.ts'
import { originId } from '../write.ts'
import { apply, keyed, type Rows } from './deltas.ts'
import { type Row, type SnapshotJson, snapshotFormat } from './format.ts'
import { readRows } from './rows.ts'

/** A snapshot of drizzle-kit 1.0, by the name of its folder. */
export interface Stored {
  readonly tag: string
  readonly json: SnapshotJson
}

const codes = { conflict: 'SNAPSHOT_CONFLICT', invalid: 'SNAPSHOT_INVALID' } as const

/**
 * Reads a snapshot file of drizzle-kit 1.0. `file` names it in errors.
 * @throws SluiceError `SNAPSHOT_CONFLICT`, `SNAPSHOT_INVALID`, `SNAPSHOT_VERSION`
 */
export function parseSnapshot(text: string, file: string): SnapshotJson {
  const raw = parseJson(text, file, codes)
  const { version, dialect } = Object(raw) as Record<string, unknown>
  if (dialect !== 'postgres' || !['8', '9'].includes(version as string))
    throw new SluiceError('SNAPSHOT_VERSION', { file, version, dialect })
  const { issues } = safeParse(snapshotFormat, raw, { abortEarly: true })
  if (issues) {
    const [{ path = [], message }] = issues
    const where = path.map((item) => `[${JSON.stringify(item.key)}]`).join('')
    throw new SluiceError('SNAPSHOT_INVALID', { at: file, file, problem: `${where} ${message}` })
  }
  return raw as SnapshotJson
}

/** The ids that a snapshot follows; none for a first one. */
export const parentsOf = ({ prevIds }: SnapshotJson): readonly string[] => prevIds.filter((id) => id !== originId)

/**
 * The rows of the state after these snapshots together, the first of which leads: its own state, and what the branches of
 * the others changed besides. `all` is in the order of the folders, as drizzle-kit takes it.
 * @throws SluiceError `SNAPSHOT_PARENT_MISSING`
 */
export function stateAfter(ids: readonly string[], all: readonly Stored[]): Map<string, Row> {
  const byId = new Map(all.map((stored) => [stored.json.id, stored]))
  return reconstruct(ids, all, byId)
}

function reconstruct(ids: readonly string[], all: readonly Stored[], byId: ReadonlyMap<string, Stored>) {
  const [first, ...others] = ids
  if (first === undefined) return new Map<string, Row>()
  const chain = chainOf(first, byId)
  const state = keyed(rowsOf(chain[0]!.json))
  for (const { json } of chain.slice(1)) {
    join(state, parentsOf(json), all, byId)
    apply(state, deltasOf(json))
  }
  join(state, [first, ...others], all, byId)
  return state
}

/** From the newest snapshot that holds a whole state to this one, along the first parents. */
function chainOf(id: string, byId: ReadonlyMap<string, Stored>): readonly Stored[] {
  const chain: Stored[] = []
  for (let at: string | undefined = id; at !== undefined; ) {
    const stored = found(at, byId, chain[0])
    if (chain.includes(stored)) break
    chain.unshift(stored)
    if ('ddl' in stored.json) return chain
    at = parentsOf(stored.json)[0]
  }
  throw new SluiceError('SNAPSHOT_PARENT_MISSING', { tag: chain[0]!.tag, parent: originId })
}

/** Adds what the branches of the further parents changed since they left that of the first. */
function join(
  state: Map<string, Row>,
  [first, ...others]: readonly string[],
  all: readonly Stored[],
  byId: ReadonlyMap<string, Stored>,
): void {
  if (others.length === 0) return
  const known = ancestors([first!], byId)
  const rest = ancestors(others, byId)
  for (const { json } of all) if (rest.has(json.id) && !known.has(json.id)) apply(state, deltasOf(json))
}

/** The ids of these snapshots and of all that they follow. */
export function ancestors(ids: readonly string[], byId: ReadonlyMap<string, Stored>): ReadonlySet<string> {
  const seen = new Set<string>()
  const left = [...ids]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    left.push(...parentsOf(found(id, byId).json))
  }
  return seen
}

function found(id: string, byId: ReadonlyMap<string, Stored>, child?: Stored): Stored {
  const stored = byId.get(id)
  if (!stored) throw new SluiceError('SNAPSHOT_PARENT_MISSING', { tag: child?.tag ?? id, parent: id })
  return stored
}

const rowsOf = (json: SnapshotJson): readonly Row[] => ('ddl' in json ? json.ddl : [])
const deltasOf = (json: SnapshotJson) => ('deltas' in json ? json.deltas : [])

/** The snapshots that nobody follows, the newest first, as drizzle-kit lists them. */
export function headsOf(all: readonly Stored[]): readonly Stored[] {
  const followed = new Set(all.flatMap(({ json }) => parentsOf(json)))
  return all.filter(({ json }) => !followed.has(json.id)).reverse()
}

/** The state that rows stand for. */
export const schemaOf = (rows: Rows): Schema => readSchema(readRows([...rows.values()]))
