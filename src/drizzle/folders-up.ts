import { dirname } from 'node:path'

/** A folder, the one it lies in, and so on up to the root of the file system. */
export function foldersUp(folder: string): readonly string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [folder, ...foldersUp(parent)]
}
