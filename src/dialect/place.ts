/** A place in a text; both count from 1, columns in UTF-16 code units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** The line and column of an offset (UTF-16 code units from 0), counted on from an earlier place where one is known. */
export function place(
  text: string,
  offset: number,
  since: Place & { readonly offset: number } = originOf(text),
): Place {
  let { line } = since
  let start = since.offset - since.column + 1
  for (let at = text.indexOf('\n', since.offset); at >= 0 && at < offset; at = text.indexOf('\n', start)) {
    line += 1
    start = at + 1
  }
  return { line, column: Math.max(offset - start, 0) + 1 }
}

/** No editor counts the mark that some of them put before a text. */
const originOf = (text: string) => ({ offset: text.startsWith('\ufeff') ? 1 : 0, line: 1, column: 1 })
