import type { Json, Key, Obj, Pair } from '../schema/object.ts'
import type { Schema } from '../schema/schema.ts'

/** The strongest lock that a statement takes on a relation that existed before it, weakest first. */
export const locks = [
  'none',
  'access-share',
  'row-share',
  'row-exclusive',
  'share-update-exclusive',
  'share',
  'share-row-exclusive',
  'exclusive',
  'access-exclusive',
] as const
export type Lock = (typeof locks)[number]

/**
 * What must hold for the rows of the database before a migration's first statement, or a statement of it fails.
 * `query` returns one row with one number: how many rows stand against it. It reads the state before the migration.
 */
export interface Condition {
  readonly query: string
  /** A sentence about the offending rows: `rows of "public"."users" have no "age"`. */
  readonly says: string
  /** The least server version that the query runs on, as `server_version_num`; older servers skip it. */
  readonly since?: number
}

/** What a kind says about one statement; the planner adds the edges that it can know by itself. */
export interface Draft {
  readonly sql: string
  /** Default: access-exclusive. */
  readonly lock?: Lock
  /** What is gone for good afterwards, as a noun phrase: `the column "users"."name" and its values`. */
  readonly loses?: string
  readonly rewrites?: boolean
  /** Rows hold other values of the changed object afterwards. */
  readonly updates?: boolean
  /** The statement cannot run inside a transaction. */
  readonly alone?: boolean
  /** It begins a transaction: the locks of what came before it are let go first. */
  readonly apart?: boolean
  /** A condition in SQL that holds once this is done. For statements that fail the second time and know no IF [NOT] EXISTS. */
  readonly unless?: string
  /** A condition in SQL that no longer holds once this is done. For what a later statement takes away, so that `unless` cannot tell. */
  readonly onlyWhile?: string
  /** Children that are written inside this statement. */
  readonly absorbs?: readonly Key[]
  readonly conditions?: readonly Condition[]
}

/** How a plan is to be written. */
export interface Manner {
  /** The oldest major version of the server that its statements must run on. */
  readonly postgres: number
  /** Tables that stand stay open to reads and writes wherever there is a way, at the price of more statements and transactions. */
  readonly online: boolean
  /** Every statement may run a second time. */
  readonly guards: boolean
}

/** What a kind may look at while it writes a statement: both states, and the name that an object had before the plan's renames. */
export interface View extends Pair<Schema> {
  readonly options: Manner
  /** The object as it stands in the database before the first statement, under the name it has there; undefined for a new one. */
  before(k: Key): Obj | undefined
  /** SQL that the user gave to fill a column which becomes required. */
  backfill(k: Key): string | undefined
  /** What is dropped and made again: known once statements are written, not while that is being decided. */
  readonly anew?: ReadonlySet<Key>
}

/** How a change of one attribute is made: by statements, by drop and create, or not at all. */
export type Field<V, I extends string, A> =
  | 'replace'
  | 'ignore'
  | {
      /** Are two values the same to the database? Default: equal data. */
      readonly same?: (from: V, to: V) => boolean
      /** Attributes that must change together with this one: their own `alter` is then not called. */
      readonly with?: readonly (keyof A & string)[]
      /** The change is blocked by rigid objects that refer to this one: they are dropped before and made again after. */
      disturbs?(pair: Pair<Obj<I, A>>, view: View): boolean
      /** Statements, or `'replace'` where this pair of values needs drop and create. */
      alter(pair: Pair<Obj<I, A>>, view: View): readonly Draft[] | 'replace'
    }

/**
 * Parts are compared by name like objects of a kind that holds data, so a new name is asked about and never guessed; only
 * their renames are changes of their own.
 */
interface Parts<I extends string, A> {
  /** The kind that they are of: not all children of the object need be parts. */
  readonly kind: string
  /** The parts as objects, with the object as their parent. */
  of(object: Obj<I, A>): readonly Obj[]
  /** The object with these parts, whatever their order here. */
  whole(object: Obj<I, A>, parts: readonly Obj[]): Obj<I, A>
}

/** All that is known of one kind of object. Kinds never call engines. */
// Attributes are declared as type aliases: an interface has no index signature, and so would not be plain data.

export interface Kind<I extends string = string, A = Readonly<Record<string, Json>>> {
  /** The name in keys: `foreignKey`. */
  readonly name: string
  /** The word in messages: `foreign key`. */
  readonly word: string
  /** One entry an attribute, in the order their statements run; an attribute nobody has decided about does not compile. */
  readonly fields: { readonly [F in keyof A]-?: Field<A[F], I, A> }
  create(object: Obj<I, A>, view: View): readonly Draft[]
  drop(object: Obj<I, A>, view: View): readonly Draft[]
  /** Renames or moves: `from` and `to` differ in their id. A kind without it is dropped and created instead. */
  rename?(pair: Pair<Obj<I, A>>, view: View): readonly Draft[]
  /** What to do by hand where data is to go from one to another one that lies elsewhere, which no rename can: SQL, with comments. */
  carryOver?(pair: Pair<Obj<I, A>>, from: Schema): string
  /** It holds data, so a rename is asked for and never guessed. Others with equal attributes are renamed without a question. */
  readonly holdsData?: boolean
  /** It belongs to the whole server and not to one database: the way back leaves it there. */
  readonly shared?: boolean
  /** Dropping the parent drops this too, without a statement of its own. */
  cascades?(object: Obj<I, A>, view: View): boolean
  /** Could one be the other under a new name? Default, and where it does not say: if both have children, at least half of the names agree. */
  resembles?(pair: Pair<Obj<I, A>>): boolean | undefined
  /** It holds data, but may use what is made anew: how it lets go of that before, and takes it up again after. */
  loosen?(pair: Pair<Obj<I, A>>, view: View): Pair<readonly Draft[]>
  /** A condition in SQL: has its name something of this kind? Something of another kind may have it where a plan runs again. */
  stands?(object: Obj<I, A>): string
  /** It blocks a disturbing change of what it refers to. */
  rigid?(object: Obj<I, A>, view: View): boolean
  /** What it uses and whose changes it does not notice: they may come before its own change, or after it. */
  unmoved?(change: Partial<Pair<Obj<I, A>>>): readonly Key[]
  /** Parts of its id that are the names of objects at the top, by their kind: it is called after them, and follows their renames. */
  readonly calledAfter?: { readonly [N in I]?: string }
  /** Names that must be unique in a database, besides the key: an index shares its name space with tables. */
  claims?(object: Obj<I, A>): readonly string[]
  /** What it refers to that its attributes do not name by key: names in a text, the constraint behind a foreign key. May say too much. */
  finds?(object: Obj<I, A>, schema: Schema): readonly Key[]
  /** What it holds that is no object and has a name that can change: the labels of an enum. */
  readonly parts?: Parts<I, A>
  /** What can go only after it, though it does not refer to it: the partitions of the table that a foreign key refers to. */
  outlived?(object: Obj<I, A>, schema: Schema): readonly Key[]
  /** What must be there when it is made, though nothing holds the two together afterwards: what a function's body names. May say too much. */
  reads?(object: Obj<I, A>, schema: Schema): readonly Key[]
  /**
   * What it brings cannot be told by name: it comes before all that it does not need itself, and goes after it. `'first'`: it
   * goes before what is made, too, since it holds for that and nothing stands on it.
   */
  readonly early?: boolean | 'first'
  /** Attributes that hold text with names in it; a rename is followed inside it. */
  readonly texts?: readonly (keyof A & string)[]
}

/** What the engines see: the same knowledge with its types forgotten. */
export type AnyKind = Kind<string, Readonly<Record<string, Json>>>

/** What other kind files see: the knowledge, a maker and a guard, so that `schema.children(k).filter(column.is)` is typed. */
export type Handle<I extends string, A> = AnyKind & {
  /** Makes an object; `id` is in order of containment. `refs` are the keys that stand in the attributes. */
  make(id: Readonly<Record<I, string>>, attrs: A, parent?: Key, refs?: readonly Key[]): Obj<I, A> & Obj
  is(object: Obj | undefined): object is Obj & Obj<I, A>
}

/** Registers a kind. The only cast in the design is here. */
export function kind<I extends string, A>(spec: Kind<I, A>): Handle<I, A> {
  // Without a spread: a state of 1,000 tables has some 20,000 objects.
  const make = (id: Readonly<Record<I, string>>, attrs: A, parent?: Key, refs: readonly Key[] = []) =>
    parent ? { kind: spec.name, id, attrs, refs, parent } : { kind: spec.name, id, attrs, refs }
  const is = (object: Obj | undefined) => object?.kind === spec.name
  return { ...spec, make, is } as unknown as Handle<I, A>
}
