import { SourceMap } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { placeInFile } from './file-variables.ts'
import type { Graph } from './graph.ts'
import type { Place } from './problem.ts'

/** A bundle with the text of its source map and the sources that it is made of. */
export interface Mapped {
  readonly file: string
  readonly map: string
  readonly graph: Graph
}

/**
 * Where in the sources an error was thrown: the topmost line of its stack that belongs to the project. Where the process
 * has source maps switched on, the stack speaks of the sources already.
 */
export function thrownAt(error: unknown, bundle: Mapped): Place | undefined {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  const map = new SourceMap(JSON.parse(bundle.map))
  for (const place of placesIn(stack)) {
    if (bundle.graph.has(place.file)) return placeInFile(place)
    if (place.file !== bundle.file) continue
    const origin = map.findEntry(place.line - 1, place.column - 1)
    if (!('originalSource' in origin) || !origin.originalSource.startsWith('file:')) continue
    const file = fileURLToPath(origin.originalSource)
    if (bundle.graph.has(file))
      return placeInFile({ file, line: origin.originalLine + 1, column: origin.originalColumn + 1 })
  }
  return undefined
}

function placesIn(stack: string): readonly Place[] {
  // An import that finds no such export fails before any code runs: `file:///…:3`, the line itself, and a caret below it.
  const link = /^((?:file:|\/|[A-Z]:).*):(\d+)\n.*\n( *)\^/.exec(stack)
  if (link) return [placeOf(link[1]!, link[2]!, String(link[3]!.length + 1))]
  return [...stack.matchAll(/^ +at (?:.*\()?((?:file:\/\/)?(?:\/|[A-Z]:).*?):(\d+):(\d+)\)?$/gm)].map(
    ([, file, line, column]) => placeOf(file!, line!, column!),
  )
}

const placeOf = (file: string, line: string, column: string): Place => ({
  file: file.startsWith('file:') ? fileURLToPath(file) : fileURLToPath(pathToFileURL(file)),
  line: Number(line),
  column: Number(column),
})
