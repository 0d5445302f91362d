/** A place in a text; both count from 1, columns in UTF-16 code units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** The line and column of an offset (UTF-16 code units from 0), counted on from an earlier place where one is known. */
export function place(text: string, offset: number, since: Place & { readonly offset: number } = origin): Place {
  let { line } = since
  let start = since.offset - since.column + 1
  for (let at = text.indexOf('\n', since.offset); at >= 0 && at < offset; at = text.indexOf('\n', start)) {
    line += 1
    start = at + 1
  }
  return { line, column: offset - start + 1 }
}

const origin = { offset: 0, line: 1, column: 1 }
