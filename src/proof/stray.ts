import { type Change, subject } from '../diff/change.ts'
import type { Survey } from '../postgres/catalog.ts'
import { parse } from '../postgres/column-type.ts'
import { formatSized } from '../postgres/format-type.ts'
import { kindOf, type Pair } from '../schema/object.ts'
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
  read: Pair<Survey>,
  standing: Standing,
  input: Pick<ProveInput, 'dialect' | 'pair' | 'diff'>,
): Promise<readonly string[]> {
  const { dialect, pair } = input
  const made = changesOf({ from: read.from.schema, to: read.to.schema }, dialect).flatMap((change) => {
    // What holds no data of a declared object may live in SQL alone: an index that Drizzle cannot say.
    const { kind, parent } = subject(change)
    const counts = dialect.kinds[kind]!.holdsData && parent && kindOf(parent) !== 'schema' && pair.to.has(parent)
    return keysOf(change).filter((k) => counts || pair.from.has(k) || pair.to.has(k))
  })
  const touched = new Set([...touchedBy({ ...input, plan: null }), ...made])
  const differs = changesOf({ from: read.to.schema, to: pair.to }, dialect).filter(
    (change) => keysOf(change).some((k) => touched.has(k)) && !isSpelling(change),
  )
  if (differs.length === 0) return []
  const found = await converge(read, input, fromHistory({ ...standing, assumed: closed }, input, read.to.schema), {
    touched,
  })
  return typeof found === 'string' ? [] : found.left
}

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
