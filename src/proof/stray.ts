import { type Change, subject } from '../diff/change.ts'
import type { Survey } from '../postgres/catalog.ts'
import { parse } from '../postgres/column-type.ts'
import { formatSized } from '../postgres/format-type.ts'
import { kindOf, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { fromHistory } from './base.ts'
import { changesOf, converge, keysOf } from './converge.ts'
import { touchedBy } from './examine.ts'
import type { ProveInput } from './prove-input.ts'
import type { Standing } from './replay.ts'
import type { Assumed } from './stand-ins.ts'

/**
 * Where a migration that has just run did not lead to the declared state, of what it touched; nothing where that cannot be
 * told. The declared state is put through the database only where the texts differ by more than their spelling.
 */
export async function stray(
  read: Pair<Schema>,
  standing: Standing,
  input: Pick<ProveInput, 'dialect' | 'pair' | 'diff'>,
): Promise<readonly string[]> {
  const { dialect, pair } = input
  const made = changesOf(read, dialect).flatMap((change) => {
    // What holds no data of a declared object may live in SQL alone: an index that Drizzle cannot say.
    const { kind, parent } = subject(change)
    const counts = dialect.kinds[kind]!.holdsData && parent && kindOf(parent) !== 'schema' && pair.to.has(parent)
    return keysOf(change).filter((k) => counts || pair.from.has(k) || pair.to.has(k))
  })
  const touched = new Set([...touchedBy({ ...input, plan: null }), ...made])
  const differs = changesOf({ from: read.to, to: pair.to }, dialect).filter(
    (change) => keysOf(change).some((k) => touched.has(k)) && !isSpelling(change),
  )
  if (differs.length === 0) return []
  const [from, to] = [asSurvey(read.from), asSurvey(read.to)]
  const found = await converge({ from, to }, input, fromHistory({ ...standing, assumed: closed }, input, read.to), {
    touched,
  })
  return typeof found === 'string' ? [] : found.left
}

/** What no `Schema` has a place for is no part of what was declared. */
const asSurvey = (schema: Schema): Survey => ({ schema, unmodelled: [] })

/** Stand-ins stay, and the database goes on to the next migration: none may be made there for a comparison. */
const closed: Assumed = Object.assign(new Map<string, string>(), { has: () => true })

/** Do the texts differ only in what the server adds or leaves out: another word for a type, casts, qualifiers, brackets, quotes? */
const isSpelling = (change: Change): boolean =>
  change.verb === 'alter' &&
  change.attrs.every((name) => {
    const [from, to] = [change.from.attrs[name], change.to.attrs[name]]
    return typeof from === 'string' && typeof to === 'string' && plain(from) === plain(to)
  })

const plain = (text: string): string =>
  /^[a-z][\w ]*(?:\([\d, ]+\)[\w ]*)?(?:\[\d*\])*$/.test(text)
    ? formatSized(parse({ type: text, of: null }))
    : text
        .replace(/::(?:"[^"]*"|[\w.]+(?: varying| precision| with(?:out)? time zone)?)(?:\([\d,]+\))?(?:\[\])*/g, '')
        .replace(/(?:"[^"]*"|\b[a-z_]\w*)\./g, '')
        .replace(/[\s()"']/g, '')
