import ts from 'typescript'
import { expect, test } from 'vitest'
import { postgres } from '../../src/postgres/postgres.ts'
import { at, readSources, walk } from './sources.ts'

const sources = readSources()

test('the engines name no kind of object', () => {
  const kinds = Object.keys(postgres.kinds)
  // One-word names (`table`, `check`) are also plain English: as text they name a kind, as a variable they need not.
  const unmistakable = kinds.filter((name) => /[A-Z]/.test(name))
  const names = (node: ts.Node): boolean =>
    ts.isIdentifier(node)
      ? unmistakable.includes(node.text)
      : (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node)) &&
        kinds.some((kind) => node.text === kind || node.text.startsWith(`${kind}:`))
  const found = sources
    .filter(({ path }) => /^(diff|plan)\//.test(path))
    .flatMap((source) => [...walk(source.tree)].filter(names).map((node) => `${at(source, node)} ${node.getText()}`))
  expect(found).toEqual([])
})

test('only the command line prints and exits', () => {
  const parts = /^(exit|exitCode|stdout|stderr)$/
  const ends = (node: ts.Node): boolean =>
    (ts.isIdentifier(node) && node.text === 'console') ||
    (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'process' && parts.test(node.name.text)) ||
    (ts.isVariableDeclaration(node) &&
      node.initializer?.getText() === 'process' &&
      ts.isObjectBindingPattern(node.name) &&
      node.name.elements.some((element) => parts.test((element.propertyName ?? element.name).getText()))) ||
    (ts.isStringLiteral(node) && /^(node:)?(process|console)$/.test(node.text) && ts.isImportDeclaration(node.parent))
  const found = sources
    .filter(({ path }) => !path.startsWith('cli/'))
    .flatMap((source) => [...walk(source.tree)].filter(ends).map((node) => `${at(source, node)} ${node.getText()}`))
  expect(found).toEqual([])
})

test('no file is longer than 400 lines', () => {
  const long = sources.filter(({ text }) => text.split('\n').length > 401)
  expect(long.map(({ path }) => path)).toEqual([])
})
