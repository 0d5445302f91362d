/** How a table is spread, and which rows one of its partitions holds, as the server words both. */
export interface Spread {
  readonly key: string
  readonly bound: string
}

const value = /'((?:[^']|'')*)'|([^\s,()]+)/g

/** What rows must be like to fit a partition, as conditions that a check could have; nothing where hashes or expressions decide. */
export function partitionChecks({ key, bound }: Spread): readonly string[] {
  const columns = /^(?:RANGE|LIST) \(((?:"(?:[^"]|"")+"|[a-z_][\w$]*)(?:, (?:"(?:[^"]|"")+"|[a-z_][\w$]*))*)\)$/.exec(
    key,
  )?.[1]
  const [, list, from] = /^FOR VALUES (?:IN \((.*)\)|FROM \((.*)\) TO \()/s.exec(bound) ?? []
  const texts = [...(list ?? from ?? '').matchAll(value)].flatMap(([, text, word]) =>
    word === undefined ? [`'${text}'`] : /^(?:NULL|MINVALUE|MAXVALUE)$/.test(word) ? [] : [`'${word}'`],
  )
  const names = columns?.split(', ') ?? []
  if (texts.length === 0 || (from !== undefined && texts.length !== names.length)) return []
  return names.map((name, i) => `${name} = ANY (ARRAY[${from === undefined ? texts.join(', ') : texts[i]}])`)
}
