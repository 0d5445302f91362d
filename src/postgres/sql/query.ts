import { lex, meaning, type Token } from './lex.ts'

/** A relation that a query reads from. */
export interface Source {
  readonly schema: string | null
  readonly name: string
  /** What its columns are qualified with. */
  readonly alias: string
}

/** An entry of a select list, and where it begins in the query. */
interface Item {
  readonly text: string
  readonly offset: number
}

/** What a query tells by its tokens. Names stand in the case that Postgres sees. */
export interface Query {
  /** All relations that it reads from. */
  readonly sources: readonly Source[]
  /** Those in the FROM of the SELECT that names the columns of the result. */
  readonly outer: readonly Source[]
  /** The list of that SELECT; empty where there is none: VALUES, TABLE. */
  readonly items: readonly Item[]
  /** Its rows are combined with those of another SELECT. */
  readonly isCombined: boolean
  /** All names and words. */
  readonly names: ReadonlySet<string>
  /** Those with a parenthesis behind them. */
  readonly calls: ReadonlySet<string>
  /** Somewhere `*` stands for columns. */
  readonly hasStar: boolean
}

/**
 * Reads a query without a grammar: a word that is rare in such a place may be taken for a relation, which does no harm where
 * none has that name.
 */
export function readQuery(sql: string): Query {
  const tokens = [...lex(sql)].filter(({ kind }) => kind !== 'comment' && kind !== 'breakpoint')
  const nodes = nested(tokens)
  const main = mainOf(nodes)
  const common = new Set(commonNames(nodes))
  const isStored = ({ schema, name }: Source) => schema !== null || !common.has(name)
  return {
    sources: everySource(nodes).filter(isStored),
    outer: sourcesOf(main.slice(0, combinedAt(main))).filter(isStored),
    items: itemsOf(main, sql),
    isCombined: combinedAt(main) < main.length || combinedAt(nodes) < nodes.length,
    names: new Set(tokens.filter(isIdentifier).map(meaning)),
    calls: new Set(tokens.filter((token, i) => isIdentifier(token) && tokens[i + 1]?.text === '(').map(meaning)),
    hasStar: tokens.some(({ text }, i) => text === '*' && beforeStar.has(wordOf(tokens[i - 1]))),
  }
}

/** What stands between two parentheses. */
interface Group {
  readonly inside: Node[]
  readonly offset: number
  end: number
}

type Node = Token | Group

function nested(tokens: readonly Token[]): readonly Node[] {
  const root: Group = { inside: [], offset: 0, end: 0 }
  const open = [root]
  for (const token of tokens) {
    const end = token.offset + token.text.length
    if (token.text === '(') {
      const group = { inside: [], offset: token.offset, end }
      open.at(-1)!.inside.push(group)
      open.push(group)
    } else if (token.text === ')' && open.length > 1) open.pop()!.end = end
    else open.at(-1)!.inside.push(token)
  }
  return root.inside
}

const isGroup = (node: Node | undefined): node is Group => node !== undefined && 'inside' in node

const isIdentifier = (node: Node): node is Token => !isGroup(node) && (node.kind === 'name' || node.kind === 'word')

/** A keyword or a symbol, in lower case. */
function wordOf(node: Node | undefined): string {
  if (node === undefined || isGroup(node)) return ''
  return node.kind === 'word' || node.kind === 'symbol' ? node.text.toLowerCase() : ''
}

/** The name that a token is, unless it is a word that is no name here. */
const nameOf = (node: Node | undefined): string | undefined =>
  node && isIdentifier(node) && !reserved.has(wordOf(node)) ? meaning(node) : undefined

const beforeStar = new Set(['.', ',', 'select', 'distinct', 'all'])
const combining = ['union', 'intersect', 'except']
const afterFrom = [...combining, 'where', 'group', 'having', 'window', 'order', 'limit', 'offset', 'fetch', 'for']
const joining = ['join', 'left', 'right', 'inner', 'full', 'cross', 'natural', 'on', 'using', 'tablesample']
const reserved = new Set(['select', 'from', 'values', 'table', 'only', 'lateral', 'as', ...afterFrom, ...joining])

const selects = (nodes: readonly Node[]): boolean => nodes.some((node) => wordOf(node) === 'select')

function combinedAt(nodes: readonly Node[]): number {
  const at = nodes.findIndex((node) => combining.includes(wordOf(node)))
  return at < 0 ? nodes.length : at
}

/** The level with the SELECT of the result: a query may stand in parentheses. */
function mainOf(nodes: readonly Node[]): readonly Node[] {
  const [first] = nodes
  return isGroup(first) && !selects(nodes) ? mainOf(first.inside) : nodes
}

/** The names that WITH gives. */
const commonNames = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node, i) => {
    if (isGroup(node)) return commonNames(node.inside)
    const as = isGroup(nodes[i + 1]) ? i + 2 : i + 1
    const body = nodes[as + 1]
    const isCommon = wordOf(nodes[as]) === 'as' && (isGroup(body) || /^(not|materialized)$/.test(wordOf(body)))
    return isCommon ? (nameOf(node) ?? []) : []
  })

const everySource = (nodes: readonly Node[]): Source[] => [
  ...sourcesOf(nodes),
  ...nodes.flatMap((node) => (isGroup(node) ? everySource(node.inside) : [])),
]

/** The relations of one level, behind FROM, JOIN, and the commas between them. `joined`: the level stands where one may. */
function sourcesOf(nodes: readonly Node[], joined = false): Source[] {
  const sources: Source[] = []
  let inFrom = joined
  let expects = joined
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!
    const word = wordOf(node)
    const name = expects ? nameOf(node) : undefined
    if (isGroup(node)) {
      if (expects && !selects(node.inside)) sources.push(...sourcesOf(node.inside, true))
      expects = false
    } else if (name !== undefined) {
      const path = [name]
      for (; wordOf(nodes[i + 1]) === '.'; i += 2) path.push(nameOf(nodes[i + 2]) ?? '')
      const own = path.at(-1)!
      const alias = nameOf(nodes[wordOf(nodes[i + 1]) === 'as' ? i + 2 : i + 1]) ?? own
      // A parenthesis makes it a function.
      if (!isGroup(nodes[i + 1])) sources.push({ schema: path.at(-2) ?? null, name: own, alias })
      expects = false
    } else if (word === 'from') inFrom = expects = selects(nodes) && wordOf(nodes[i - 1]) !== 'distinct'
    else if (word === 'join' || (word === 'table' && i === 0)) expects = true
    else if (word === ',') expects = inFrom
    else if (word === 'select' || afterFrom.includes(word)) inFrom = expects = false
  }
  return sources
}

/** The entries of a select list, without DISTINCT and what it is ON. */
function itemsOf(nodes: readonly Node[], sql: string): Item[] {
  const select = nodes.findIndex((node) => wordOf(node) === 'select')
  if (select < 0) return []
  const quantity = wordOf(nodes[select + 1])
  const skipped = quantity === 'distinct' ? (wordOf(nodes[select + 2]) === 'on' ? 4 : 2) : quantity === 'all' ? 2 : 1
  const rest = nodes.slice(select + skipped)
  const end = rest.findIndex((node) => wordOf(node) === 'from' || afterFrom.includes(wordOf(node)))
  const items: Node[][] = [[]]
  for (const node of end < 0 ? rest : rest.slice(0, end))
    if (wordOf(node) === ',') items.push([])
    else items.at(-1)!.push(node)
  return items
    .filter((item) => item.length > 0)
    .map((item) => ({ offset: item[0]!.offset, text: sql.slice(item[0]!.offset, endOf(item.at(-1)!)) }))
}

const endOf = (node: Node): number => (isGroup(node) ? node.end : node.offset + node.text.length)
