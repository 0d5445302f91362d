import { kind } from '../dialect/kind.ts'
import { key, type Obj } from '../schema/object.ts'
import { move } from './move.ts'
import { dotted } from './quote.ts'

/** A sequence that no column owns. Numbers are text; `null`: the server's default. */
export type SequenceAttrs = {
  readonly increment: string | null
  readonly start: string | null
  readonly min: string | null
  readonly max: string | null
  readonly cache: string | null
  readonly cycle: boolean
}

type Sequence = Obj<'schema' | 'name', SequenceAttrs>

/** A sequence (manual, CREATE SEQUENCE). */
export const sequence = kind<'schema' | 'name', SequenceAttrs>({
  name: 'sequence',
  word: 'sequence',
  holdsData: true,
  fields: {
    increment: { alter: ({ to }) => alter(to, by('INCREMENT BY', to.attrs.increment ?? '1')) },
    min: { alter: ({ to }) => alter(to, to.attrs.min === null ? 'NO MINVALUE' : by('MINVALUE', to.attrs.min)) },
    max: { alter: ({ to }) => alter(to, to.attrs.max === null ? 'NO MAXVALUE' : by('MAXVALUE', to.attrs.max)) },
    start: { alter: ({ to }) => alter(to, by('START WITH', to.attrs.start ?? to.attrs.min ?? '1')) },
    cache: { alter: ({ to }) => alter(to, by('CACHE', to.attrs.cache ?? '1')) },
    cycle: { alter: ({ to }) => alter(to, to.attrs.cycle ? 'CYCLE' : 'NO CYCLE') },
  },
  create: ({ id, attrs }) => [
    { sql: ['CREATE SEQUENCE', dotted(id.schema, id.name), ...sequenceOptions(attrs)].join(' '), lock: 'none' },
  ],
  drop: ({ id }) => [
    {
      sql: `DROP SEQUENCE ${dotted(id.schema, id.name)}`,
      loses: `the sequence ${dotted(id.schema, id.name)} and the number it stands at`,
    },
  ],
  rename: (pair) => move('SEQUENCE', pair, 'access-exclusive'),
  claims: ({ id }) => [`relation ${dotted(id.schema, id.name)}`],
})

export const sequenceKey = (schema: string, name: string) => key('sequence', schema, name)

/** The options of CREATE SEQUENCE and of an identity, in drizzle-kit's order; what is the server's default is left out. */
export function sequenceOptions(of: SequenceAttrs): string[] {
  return [
    of.increment === null ? '' : by('INCREMENT BY', of.increment),
    of.min === null ? '' : by('MINVALUE', of.min),
    of.max === null ? '' : by('MAXVALUE', of.max),
    of.start === null ? '' : by('START WITH', of.start),
    of.cache === null ? '' : by('CACHE', of.cache),
    of.cycle ? 'CYCLE' : '',
  ].filter(Boolean)
}

const by = (word: string, value: string): string => `${word} ${value}`

/** ALTER SEQUENCE takes SHARE ROW EXCLUSIVE (manual, ALTER SEQUENCE). */
const alter = ({ id }: Sequence, what: string) =>
  [{ sql: `ALTER SEQUENCE ${dotted(id.schema, id.name)} ${what}`, lock: 'share-row-exclusive' }] as const
