import { lex, meaning, type Token } from './lex.ts'

/** A label that a statement adds to an enum. */
export interface AddedLabel {
  /** The enum's name without its schema, as Postgres sees it. */
  readonly type: string
  readonly label: string
}

/** The labels that a statement adds by ALTER TYPE … ADD VALUE, also inside a DO body. */
export function addedLabels(sql: string): readonly AddedLabel[] {
  const tokens = within(sql)
  const added: AddedLabel[] = []
  for (const [at, token] of tokens.entries()) {
    if (!is(token, 'value') || !is(tokens[at - 1], 'add')) continue
    const type = tokens[at - 2]
    const label = tokens[is(tokens[at + 1], 'if') ? at + 4 : at + 1]
    if (type && label?.kind === 'text') added.push({ type: meaning(type), label: meaning(label) })
  }
  return added
}

/**
 * Could a statement need the label as a value of its enum, which Postgres refuses before the label is committed (55P04)?
 * Says yes too often rather than too rarely: to any string that holds the label, and to a cast of rows to the enum. It
 * makes no exception for an enum of the same transaction: only 17 and later allow that.
 */
export function needsLabel(sql: string, { type, label }: AddedLabel): boolean {
  const tokens = within(sql)
  if (is(tokens[1], 'type') && (is(tokens[0], 'create') || addedLabels(sql).length > 0)) return false
  const word = new RegExp(
    `(?<![\\p{L}\\p{N}_])${label.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}_])`,
    'u',
  )
  return tokens.some((token, at) =>
    token.kind === 'text' ? word.test(meaning(token)) : meaning(token) === type && castsRows(tokens, at),
  )
}

/** Is the type name at this place the target of a cast whose operand is no literal? */
function castsRows(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.text === '.' ? at - 3 : at - 1
  if (is(tokens[before], 'as')) return true
  return tokens[before]?.text === ':' && tokens[before - 1]?.text === ':' && tokens[before - 2]?.kind !== 'text'
}

const is = (token: Token | undefined, word: string) => token?.kind === 'word' && token.text.toLowerCase() === word

/** The tokens of a statement without comments, with those of a dollar-quoted body in its place. */
const within = (sql: string): readonly Token[] =>
  [...lex(sql)].flatMap((token) =>
    token.kind === 'comment'
      ? []
      : token.text.startsWith('$') && token.kind === 'text'
        ? within(meaning(token))
        : [token],
  )
