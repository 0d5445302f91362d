import { SluiceError } from '../errors.ts'
import { type Key, keyOf, kindOf, namesOf, type Obj, type Pair } from '../schema/object.ts'

/** What the user said about renames. Texts are keys or their last names: `column:public.users.name=full_name`, `users.name=users.full_name`. */
export interface Answers {
  /** `from=to`. */
  readonly rename: readonly string[]
  /** New objects that are no renamed old ones. */
  readonly create: readonly string[]
}

/** Is a new object an old one under a new name? Only the user knows. */
export interface Question {
  /** `column` */
  readonly kind: string
  readonly from: readonly Key[]
  readonly to: Key
  /** The options that answer it, one of which is to be given: `--rename …`, `--create …`. */
  readonly flags: readonly string[]
}

/** What a rename could be between, with the names that the old object goes by. */
export interface Candidate extends Pair<Obj> {
  readonly aliases: readonly Key[]
}

/** Reads `a.b=a.c`, in every way where a name has such a sign, too. @throws SluiceError `ANSWER_MALFORMED` */
export function parseRename(text: string): readonly Pair<string>[] {
  const found = [...text.matchAll(/=/g)]
    .map(({ index }) => ({ from: text.slice(0, index), to: text.slice(index + 1) }))
    .filter(({ from, to }) => from !== '' && to !== '')
  if (found.length === 0) throw new SluiceError('ANSWER_MALFORMED', { answer: text })
  return found
}

/** The one candidate that an answer means, or undefined. @throws SluiceError `ANSWER_AMBIGUOUS` with the long forms. */
export function choose(text: string, candidates: readonly Candidate[]): Candidate | undefined {
  const said = parseRename(text)
  const matching = candidates.filter((c) =>
    said.some(({ from, to }) => c.aliases.some((k) => spells(from, k)) && spells(to, keyOf(c.to))),
  )
  if (matching.length > 1)
    throw new SluiceError('ANSWER_AMBIGUOUS', {
      answer: text,
      choices: matching.map((c) => `--rename ${renameText({ from: keyOf(c.from), to: keyOf(c.to) })}`),
    })
  return matching[0]
}

/** Does a text mean this key: all of it, or its last names? */
export function spells(text: string, k: Key): boolean {
  if (text === k) return true
  const names = namesOf(k)
  return names.some(
    (_name, i) => names.slice(i).join('.') === text || `${kindOf(k)}:${names.slice(i).join('.')}` === text,
  )
}

/** The long form of an answer: `column:public.users.name=full_name`; the whole new path where the parents differ. */
export function renameText({ from, to }: Pair<Key>): string {
  const [old, now] = [namesOf(from), namesOf(to)]
  const stays = old.slice(0, -1).join('\0') === now.slice(0, -1).join('\0')
  return `${from}=${stays ? now.at(-1) : now.join('.')}`
}
