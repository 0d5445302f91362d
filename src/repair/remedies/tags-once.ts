import type { Remedy } from '../remedy.ts'

/** A migration that the journal names twice is named once: where it stands first. */
export const tagsOnce: Remedy = {
  id: 'tags-once',
  mends: ['tagTwice'],
  async apply(bench, tags) {
    const { journal } = await bench.read()
    const seen = new Set<string>()
    await bench.setEntries(journal.entries.filter(({ tag }) => !seen.has(tag) && seen.add(tag)))
    return { did: tags.map((tag) => `the journal names ${tag} once`) }
  },
}
