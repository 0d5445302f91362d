import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync } from 'node:fs'

/** Something of the file system that a bundle was made from, and how it looked then: '' where it was not there. */
export type Fact = readonly [aspect: Aspect, path: string, value: string]

type Aspect = keyof typeof aspects

const aspects = {
  /** Its bytes. */
  file: (path: string) => digest(readFileSync(path)),
  /** Where it really lies, and the names in it that an import can mean. */
  folder: (path: string) => {
    const names = readdirSync(path).filter((name) => !name.startsWith('.'))
    return digest(JSON.stringify([realpathSync.native(path), ...names.sort()]))
  },
  /** Where it leads. */
  link: (path: string) => realpathSync.native(path),
}

/** Looks at a path now. */
export const factOf = (aspect: Aspect, path: string): Fact => [aspect, path, look(aspect, path)]

/** Whether all still looks as it did. */
export const hold = (facts: readonly Fact[]): boolean =>
  facts.every(([aspect, path, value]) => look(aspect, path) === value)

/** Names bytes: 128 bits of their sha256. */
export const digest = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32)

function look(aspect: Aspect, path: string): string {
  try {
    return aspects[aspect](path)
  } catch {
    return ''
  }
}
