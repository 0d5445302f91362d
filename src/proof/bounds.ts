import type { Fit } from './value.ts'

/** What the simple ones among a table's checks ask of its columns; the rest is left to the server to judge. */
export interface Bounds {
  readonly fits: ReadonlyMap<string, Omit<Fit, 'labels'>>
  /** Pairs of columns of which the first must be less than, or not more than, the second. */
  readonly less: readonly (readonly [string, string])[]
}

/** Reads conditions as Postgres words them: casts and parentheses carry no meaning here. */
export function boundsOf(checks: readonly string[]): Bounds {
  const fits = new Map<string, { min?: number; max?: number; oneOf?: string[] }>()
  const less: [string, string][] = []
  const of = (name: string) => {
    const known = fits.get(unquoted(name)) ?? {}
    fits.set(unquoted(name), known)
    return known
  }
  for (const atom of checks.flatMap(atoms)) {
    const list = anyOf.exec(atom) ?? inList.exec(atom)
    const number = compared.exec(atom)
    const turned = reversed.exec(atom)
    const columns = ordered.exec(atom)
    if (list)
      of(list[1]!).oneOf = [...list[2]!.matchAll(/'((?:[^']|'')*)'/g)].map(([, one]) => one!.replaceAll("''", "'"))
    else if (number) bound(of(number[1] ?? number[2]!), number[3]!, Number(number[4]))
    else if (turned)
      bound(
        of(turned[3]!),
        turned[2]!.replace(/[<>]/, (sign) => (sign === '<' ? '>' : '<')),
        Number(turned[1]),
      )
    else if (columns)
      less.push(
        columns[2]!.startsWith('<')
          ? [unquoted(columns[1]!), unquoted(columns[3]!)]
          : [unquoted(columns[3]!), unquoted(columns[1]!)],
      )
  }
  return { fits, less }
}

const word = String.raw`(?:"(?:[^"]|"")+"|[a-z_][\w$]*)`
/** The column's own name, which a declared text may qualify. */
const name = String.raw`(?:${word}\.)*(${word})`
const value = String.raw`'?(-?\d+(?:\.\d+)?)'?`
const compared = new RegExp(`^(?:(?:char_|character_)?length ${name}|${name}) (<=|>=|<|>|=) ${value}$`)
const reversed = new RegExp(`^${value} (<=|>=|<|>) ${name}$`)
const ordered = new RegExp(`^${name} (<=|>=|<|>) ${name}$`)
const anyOf = new RegExp(String.raw`^${name} = ANY (?:ARRAY)?\[?((?:'(?:[^']|'')*'(?:, )?)+)\]?$`)
const inList = new RegExp(`^${name} IN ((?:'(?:[^']|'')*'(?:, )?)+)$`, 'i')

/** The conditions that AND joins, without casts, parentheses and doubled blanks. A text with OR or NOT has none that must hold. */
function atoms(check: string): readonly string[] {
  const literals: string[] = []
  const plain = check
    .replace(/'(?:[^']|'')*'/g, (literal) => `'${literals.push(literal) - 1}'`)
    .replace(/::[a-z_]+(?: (?:varying|precision|with(?:out)? time zone))*(?:\([\d,]+\))?(?:\[\])?/gi, '')
    .replace(/[()]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\[ | \]/g, (bracket) => bracket.trim())
    .replace(/ ,/g, ',')
    .trim()
  if (/\b(?:OR|NOT|CASE)\b/i.test(plain)) return []
  return plain
    .replace(/\b(\S+) BETWEEN (\S+) AND (\S+)/gi, '$1 >= $2 AND $1 <= $3')
    .split(/ AND /i)
    .map((atom) => atom.replace(/'(\d+)'/g, (_whole, i: string) => literals[Number(i)]!).trim())
}

function bound(fit: { min?: number; max?: number }, sign: string, limit: number): void {
  const step = sign.endsWith('=') ? 0 : 1
  if (!sign.startsWith('<')) fit.min = Math.max(fit.min ?? -Infinity, limit + step)
  if (!sign.startsWith('>')) fit.max = Math.min(fit.max ?? Infinity, limit - step)
}

const unquoted = (name: string): string => (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name)
