import type { Dialect } from '../dialect/dialect.ts'
import { SluiceError } from '../errors.ts'
import { depthOf, type Key, keyOf, kindOf, namesOf, type Obj, type Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'
import { type Answers, type Candidate, choose, parseRename, type Question, renameText, spells } from './answers.ts'
import type { Change } from './change.ts'
import { goesAside, leavingNames, yieldNames } from './make-room.ts'
import { withoutParts, withParts } from './parts.ts'
import { applyRenames } from './rename.ts'
import { same } from './same.ts'

/** All differences of two states, once it is known what was renamed. */
export interface Diff {
  readonly changes: readonly Change[]
  /** The old state with the renames carried through it: what `alter` and `drop` speak of. */
  readonly from: Schema
  /** The object under its name before the renames. */
  before(k: Key): Obj | undefined
  /** The answers that a rename was made from, in their long form. */
  readonly renames: readonly string[]
  /** What has to be answered first; while it is not empty, `changes` is a guess. */
  readonly questions: readonly Question[]
}

const nothing: Answers = { rename: [], create: [] }

/**
 * Compares two states, outermost objects first: renames are settled at one depth before anything below is looked at.
 * Knows no kind by name.
 * @throws SluiceError `ANSWER_UNMATCHED`, `ANSWER_AMBIGUOUS`, `ANSWER_MALFORMED`, `RENAME_TAKEN`, `RENAME_CIRCULAR`,
 * `RENAME_ELSEWHERE`
 */
export function diff(pair: Pair<Schema>, dialect: Dialect, answers: Answers = nothing): Diff {
  const found = diffLeaving(pair, dialect, answers, new Map())
  const leaving = leavingNames(found.changes, pair.from, dialect)
  return leaving.size > 0 ? diffLeaving(pair, dialect, answers, leaving) : found
}

/** `leaving`: what gets another name along with those that somebody named. */
function diffLeaving(pair: Pair<Schema>, dialect: Dialect, answers: Answers, leaving: ReadonlyMap<Key, Obj>): Diff {
  const states = { from: withParts(pair.from, pair.to, dialect), to: withParts(pair.to, pair.from, dialect) }
  let from = states.from
  const original = new Map<Key, Key>()
  const renamed: Change[] = []
  const used = new Set<string>()
  const renames: string[] = []
  const asides = new Set<Key>()
  const questions: Question[] = []
  const was = (k: Key): Key => original.get(k) ?? k
  const carry = (batch: readonly Candidate[], aside: readonly Candidate[] = []) => {
    if (batch.length === 0) return
    for (const c of batch) {
      const change = { verb: 'rename', key: keyOf(c.to), from: c.from, to: { ...c.from, id: c.to.id } } as const
      renamed.push(aside.includes(c) ? { ...change, aside: true } : change)
    }
    const after = applyRenames(from, new Map(batch.map((c) => [keyOf(c.from), c.to])), dialect)
    const moved = Array.from(after.moved, ([now, old]) => [now, was(old)] as const)
    for (const [now, old] of moved) original.set(now, old)
    from = after.schema
  }
  // Where names only change places, nothing goes and nothing comes.
  const named = answers.rename.length > 0 ? states.to : []
  const depths = new Set([...states.from.without(states.to), ...named].map(depthOf))
  for (const depth of [...depths].sort((a, b) => a - b)) {
    const open = () => candidates({ from, to: states.to }, depth, dialect, was)
    const { named, aside: taken } = answered(open(), { from, to: states.to }, depth, answers, used)
    const leave = [...leaving].flatMap(([k, to]): Candidate[] => {
      const there = depthOf(to) === depth && from.get(k)
      return there ? [{ from: there, to, aliases: [] }] : []
    })
    const aside = [...taken, ...leave.filter((c) => !states.to.has(keyOf(c.to)))]
    renames.push(...named.map((c) => renameText({ from: was(keyOf(c.from)), to: keyOf(c.to) })))
    carry([...taken, ...leave, ...named], aside)
    for (const c of aside) asides.add(keyOf(c.to))
    // Only now does a constraint on a renamed column look like the one that it will be, and then a trigger of a renamed function.
    let left = open()
    for (let some = silent(left, dialect); some.length > 0; some = silent(left, dialect)) {
      carry(some)
      left = open()
    }
    questions.push(...ask(left, { from, to: states.to }, dialect, answers, (k) => (asides.has(k) ? was(k) : k)))
  }
  const yielded = yieldNames({ from, to: states.to }, dialect)
  carry(yielded, yielded)
  // Something new may have the name of what is renamed.
  const created = answers.create.length ? [states.from, from].flatMap((old) => states.to.without(old).map(keyOf)) : []
  for (const text of answers.create) if (created.some((k) => spells(text, k))) used.add(text)
  const unused = [...answers.rename, ...answers.create].filter((text) => !used.has(text))
  for (const text of answers.rename)
    if (unused.includes(text)) refuseElsewhere(text, { from, to: states.to }, dialect, was)
  if (unused.length) throw new SluiceError('ANSWER_UNMATCHED', { answers: unused })
  const whole = states.from === pair.from ? from : withoutParts(from, dialect)
  return {
    changes: [...renamed, ...compare({ from: whole, to: pair.to }, dialect)],
    from: whole,
    before: (k) => (from.has(k) ? states.from.get(was(k)) : undefined),
    renames,
    questions,
  }
}

/** Everything at one depth that went, with everything of its kind that came: below one parent, or anywhere for a whole. */
function candidates({ from, to }: Pair<Schema>, depth: number, dialect: Dialect, was: (k: Key) => Key): Candidate[] {
  const missing = (a: Schema, b: Schema) =>
    a.without(b).filter((o) => depthOf(o) === depth && dialect.kinds[o.kind]!.rename)
  const place = (o: Obj) => `${o.kind} ${isWhole(o) ? '' : o.parent}`
  const came = new Map<string, Obj[]>()
  for (const object of missing(to, from)) {
    const there = came.get(place(object))
    if (there) there.push(object)
    else came.set(place(object), [object])
  }
  return missing(from, to).flatMap((object) =>
    (came.get(place(object)) ?? []).map((one) => ({
      from: object,
      to: one,
      aliases: [keyOf(object), was(keyOf(object))],
    })),
  )
}

/** Only a whole may move to another parent: what a table holds stays in it. */
const isWhole = ({ parent }: Obj): boolean => parent === undefined || namesOf(parent).length === 1

/**
 * The renames that the user named: of what went and came, else of what both states have (b became c, and a became b). What
 * has the name of something that is renamed to it, and is not renamed itself, makes room: it goes.
 */
function answered(
  open: readonly Candidate[],
  pair: Pair<Schema>,
  depth: number,
  { rename }: Answers,
  used: Set<string>,
) {
  const chosen = rename.flatMap((text) => {
    const one = used.has(text) ? undefined : (choose(text, open) ?? choose(text, shifts(text, pair, depth)))
    if (!one) return []
    used.add(text)
    return [one]
  })
  const goes = new Map(chosen.map((c) => [keyOf(c.from), keyOf(c.to)]))
  const aside = chosen.flatMap((c): Candidate[] => {
    let k: Key | undefined = keyOf(c.to)
    const there = goes.has(k) ? undefined : pair.from.get(k)
    while (k && k !== keyOf(c.from)) k = goes.get(k)
    if (k) throw new SluiceError('RENAME_CIRCULAR', { object: k })
    if (!there) return []
    const one = goesAside(there)
    if (pair.from.has(keyOf(one.to)) || pair.to.has(keyOf(one.to)))
      throw new SluiceError('RENAME_TAKEN', { from: keyOf(c.from), to: keyOf(there) })
    return [one]
  })
  return { named: chosen, aside }
}

function shifts(text: string, { from, to }: Pair<Schema>, depth: number): Candidate[] {
  const found = (schema: Schema, name: string) =>
    [...schema].filter((o) => depthOf(o) === depth && spells(name, keyOf(o)))
  return parseRename(text).flatMap((said) =>
    found(from, said.from).flatMap((old) =>
      found(to, said.to)
        .filter(
          (one) => one.kind === old.kind && (isWhole(one) || one.parent === old.parent) && keyOf(one) !== keyOf(old),
        )
        .map((one) => ({ from: old, to: one, aliases: [keyOf(old)] })),
    ),
  )
}

/** @throws SluiceError `RENAME_ELSEWHERE` with what to do instead */
function refuseElsewhere(text: string, { from, to }: Pair<Schema>, dialect: Dialect, was: (k: Key) => Key): void {
  for (const said of parseRename(text))
    for (const [k, old] of from.entries()) {
      const carryOver = dialect.kinds[old.kind]!.carryOver
      if (!carryOver || !(spells(said.from, k) || spells(said.from, was(k)))) continue
      for (const [other, one] of to.entries())
        if (one.kind === old.kind && one.parent !== old.parent && spells(said.to, other))
          throw new SluiceError('RENAME_ELSEWHERE', {
            from: k,
            to: other,
            word: dialect.kinds[kindOf(old.parent!)]!.word,
            steps: carryOver({ from: old, to: one }, from),
          })
    }
}

/** What holds no data and is equal in all but its name is renamed without a question, first with first. */
function silent(open: readonly Candidate[], dialect: Dialect): Candidate[] {
  const taken = new Set<Obj>()
  return open.filter((c) => {
    const kind = dialect.kinds[c.from.kind]!
    if (kind.holdsData || c.from.parent !== c.to.parent || taken.has(c.from) || taken.has(c.to)) return false
    if (changedAttrs(c, dialect).length) return false
    taken.add(c.from)
    taken.add(c.to)
    return true
  })
}

/** `called`: the name by which an old object is to be spoken of. */
function ask(
  open: readonly Candidate[],
  pair: Pair<Schema>,
  dialect: Dialect,
  { create }: Answers,
  called: (k: Key) => Key,
): Question[] {
  const questions = new Map<Obj, Question>()
  for (const c of open) {
    const kind = dialect.kinds[c.from.kind]!
    if (!kind.holdsData || c.from.parent !== c.to.parent) continue
    const to = keyOf(c.to)
    if (create.some((text) => spells(text, to))) continue
    if (!(kind.resembles?.(c) ?? alike(c, pair, dialect))) continue
    const known = questions.get(c.to)
    const from = [...(known?.from ?? []), called(keyOf(c.from))]
    const flags = [...from.map((k) => `--rename ${renameText({ from: k, to })}`), `--create ${to}`]
    questions.set(c.to, { kind: kind.word, from, to, flags })
  }
  return [...questions.values()]
}

/** Where both hold parts with data, at least half of the smaller one's names are found in the other. */
function alike(c: Pair<Obj>, { from, to }: Pair<Schema>, dialect: Dialect): boolean {
  const names = (schema: Schema, object: Obj) => {
    const parts = schema.children(keyOf(object)).filter((child) => dialect.kinds[child.kind]!.holdsData)
    return new Set(parts.map((child) => `${child.kind} ${Object.values(child.id).at(-1)}`))
  }
  const [a, b] = [names(from, c.from), names(to, c.to)]
  const shared = [...a].filter((name) => b.has(name)).length
  return 2 * shared >= Math.min(a.size, b.size)
}

function compare({ from, to }: Pair<Schema>, dialect: Dialect): Change[] {
  const changes: Change[] = from.without(to).map((object) => ({ verb: 'drop', key: keyOf(object), from: object }))
  for (const [k, object] of to.entries()) {
    const old = from.get(k)
    if (!old) changes.push({ verb: 'create', key: k, to: object })
    else {
      const attrs = changedAttrs({ from: old, to: object }, dialect)
      if (attrs.length) changes.push({ verb: 'alter', key: k, from: old, to: object, attrs })
    }
  }
  return changes
}

/** The attributes in which two objects of one kind differ, in the order of the kind's fields. */
function changedAttrs({ from, to }: Pair<Obj>, dialect: Dialect): string[] {
  if (same(from.attrs, to.attrs)) return []
  const { fields } = dialect.kinds[from.kind]!
  return Object.keys(fields).filter((name) => {
    const field = fields[name]!
    if (field === 'ignore') return false
    const [a, b] = [from.attrs[name] ?? null, to.attrs[name] ?? null]
    return typeof field === 'object' && field.same ? !field.same(a, b) : !same(a, b)
  })
}
