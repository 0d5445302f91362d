/** What extensions bring, by the names that a server misses. Only those that applications declare columns and indexes with. */
const bringers: Readonly<Record<string, RegExp>> = {
  vector:
    /^(?:vector|halfvec|sparsevec|hnsw|ivfflat|(?:vector|halfvec|sparsevec|bit)_(?:l2|ip|cosine|l1|hamming|jaccard)_ops)$/,
  citext: /^citext$/,
  hstore: /^(?:hstore|gin_hstore_ops|gist_hstore_ops)$/,
  ltree: /^(?:ltree|lquery|ltxtquery|gist_ltree_ops|text2ltree|nlevel|subpath)$/,
  cube: /^(?:cube|gist_cube_ops)$/,
  isn: /^(?:isbn|isbn13|issn|issn13|ean13|upc|ismn|ismn13)$/,
  seg: /^seg$/,
  intarray: /^(?:query_int|gist__int_ops|gin__int_ops)$/,
  pg_trgm: /^(?:gin_trgm_ops|gist_trgm_ops|similarity|word_similarity|strict_word_similarity|show_trgm)$/,
  'uuid-ossp': /^uuid_(?:generate_v\w+|nil|ns_\w+)$/,
  pgcrypto: /^(?:crypt|gen_salt|digest|hmac|gen_random_bytes|pgp_\w+|armor|dearmor)$/,
  unaccent: /^unaccent$/,
  fuzzystrmatch: /^(?:levenshtein\w*|soundex|difference|d?metaphone\w*|daitch_mokotoff)$/,
  earthdistance: /^(?:earth|ll_to_earth|earth_distance|earth_box)$/,
  postgis: /^(?:geometry|geography|box2d|box3d|raster|st_\w+|gist_geometry_ops_\w+)$/i,
}

/** Does an extension bring a type, an operator class, a method or a function of this name? */
export const brings = (extension: string, name: string): boolean => bringers[extension]?.test(name) ?? false

/** Does a server's message say that it does not have an extension, or not in the version asked for? The last words are those of 14. */
export const lacksExtension = (message: string): boolean =>
  /^extension ".+" (?:is not available|has no (?:installation script|update path))|^could not open extension control file/.test(
    message,
  )

/** Messages about something missing; the first group is its name. */
const missing = [
  /^type "?([^"]+?)"? does not exist/,
  /^access method "(.+)" does not exist/,
  /^operator class "(.+)" does not exist/,
  /^function ([^(]+)\(/,
  /^text search dictionary "(.+)" does not exist/,
]

/** An extension that something is missing of. */
export interface Extension {
  readonly name: string
  /** The schema that it was looked for in; empty where none is named. */
  readonly schema: string
  /** What is missing: `geometry`. */
  readonly lacks: string
}

/** The extension that a server's message asks for. */
export function extensionOf(message: string): Extension | undefined {
  const method = /has no default operator class for access method "(gist|gin)"/.exec(message)?.[1]
  if (method) return { name: `btree_${method}`, schema: '', lacks: method }
  for (const pattern of missing) {
    const names = pattern.exec(message)?.[1]?.replace(/\[\]$/, '').split('.')
    const last = names?.at(-1)
    const found = last && Object.entries(bringers).find(([, names]) => names.test(last))
    if (found) return { name: found[0], schema: names?.at(-2) ?? '', lacks: last }
  }
  return undefined
}
