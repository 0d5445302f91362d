import ts from 'typescript'
import { expect, test } from 'vitest'
import { readSources } from './sources.ts'

/** What the package promises. A name that goes away or comes is a decision, so it is written down here too. */
const api = ['ErrorCode', 'ErrorDetails', 'ExitStatus', 'SluiceError', 'UserConfig', 'defineConfig']

test('the package exports what is promised, listed by hand', () => {
  const index = readSources().find(({ path }) => path === 'index.ts')!
  const names = index.tree.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause))
      return [`not a list of names: ${statement.getText()}`]
    return statement.exportClause.elements.map(({ name }) => name.text)
  })
  expect(names.toSorted()).toEqual(api.toSorted())
})
