import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import ts from 'typescript'

/** The folder of the repository. */
export const root = resolve(import.meta.dirname, '../..')

interface Import {
  /** As written: `./column.ts`, `pg`. */
  readonly specifier: string
  /** `type` disappears, `static` loads with the file, `dynamic` when it runs. */
  readonly mode: 'type' | 'static' | 'dynamic'
}

/** A file below `src/`. */
export interface Source {
  /** From `src/`, with forward slashes: `postgres/column.ts`. */
  readonly path: string
  readonly text: string
  readonly tree: ts.SourceFile
  readonly imports: readonly Import[]
}

/** Reads every TypeScript file below `src/`. */
export function readSources(): readonly Source[] {
  const folder = join(root, 'src')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(folder, path), 'utf8')
      const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
      return { path, text, tree, imports: [...findImports(tree)] }
    })
}

/** The path below `src/` that a relative import leads to; undefined for a package. */
export const target = (source: Source, { specifier }: Import): string | undefined =>
  specifier.startsWith('.') ? posix.join(posix.dirname(source.path), specifier) : undefined

/** Every node of a tree, the root first. */
export function* walk(node: ts.Node): Generator<ts.Node> {
  yield node
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  for (const child of children) yield* walk(child)
}

/** Where a node stands, for a message: `plan/order.ts:12`. */
export const at = (source: Source, node: ts.Node): string =>
  `${source.path}:${source.tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`

function* findImports(tree: ts.SourceFile): Generator<Import> {
  for (const node of walk(tree)) {
    if (ts.isImportDeclaration(node)) {
      yield { specifier: text(node.moduleSpecifier), mode: isTypeOnly(node.importClause) ? 'type' : 'static' }
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      yield { specifier: text(node.moduleSpecifier), mode: node.isTypeOnly ? 'type' : 'static' }
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      yield { specifier: text(node.argument.literal), mode: 'type' }
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments
      // A template counts with its fixed beginning: `@electric-sql/pglite/contrib/${name}`.
      if (argument)
        yield { specifier: text(ts.isTemplateExpression(argument) ? argument.head : argument), mode: 'dynamic' }
    }
  }
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  if (clause.isTypeOnly) return true
  const { name, namedBindings } = clause
  return (
    !name && !!namedBindings && ts.isNamedImports(namedBindings) && namedBindings.elements.every((e) => e.isTypeOnly)
  )
}

const text = (node: ts.Node): string => (ts.isLiteralExpression(node) || ts.isTemplateHead(node) ? node.text : '')
