import { hashText } from '../schema/hash.ts'

/** An id in the form of a UUID, the same for the same text: what is shown before a repair is what it then does. */
export function idFrom(text: string): string {
  const hex = hashText(text)
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
