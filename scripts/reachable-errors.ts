import ts from 'typescript'

/**
 * Leaves out of a bundle the texts of the errors that it cannot throw: the table names those of the whole command line, and
 * no bundler can tell which of an object's keys are asked for.
 */
export const reachableErrors = () => ({
  name: 'reachable-errors',
  renderChunk(code: string): string {
    const unused = (name: string) => /^[A-Z][A-Z_]+$/.test(name) && !new RegExp(`["'\`]${name}["'\`]`).test(code)
    const gone: ts.Node[] = []
    const walk = (node: ts.Node): void => {
      const isText = ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.initializer)
      if (isText && unused(node.name.getText())) gone.push(node)
      else ts.forEachChild(node, walk)
    }
    walk(ts.createSourceFile('chunk.js', code, ts.ScriptTarget.Latest, true))
    return gone.reduceRight((text, { pos, end }) => text.slice(0, pos) + text.slice(end).replace(/^\s*,/, ''), code)
  },
})
