import type { Statement } from '../../dialect/connection.ts'
import type { Token } from './lex.ts'

/** Keywords in capitals, one blank between tokens; what is quoted cannot be taken for a keyword. */
const outline = (tokens: readonly Token[]) =>
  tokens
    .map((token) => (token.kind === 'word' ? token.text.toUpperCase() : token.kind === 'symbol' ? token.text : '_'))
    .join(' ')

const name = String.raw`\S+(?: \. \S+)*`
const options = String.raw`(?:\( [^)]* \) )?`

/** Calls of PreventInTransactionBlock in Postgres 14 to 18. Not among them: REFRESH MATERIALIZED VIEW CONCURRENTLY. */
const alone = new RegExp(
  `^(?:${[
    'VACUUM|ALTER SYSTEM|DISCARD ALL|(?:COMMIT|ROLLBACK) PREPARED',
    '(?:CREATE|DROP) (?:DATABASE|TABLESPACE|SUBSCRIPTION)',
    `ALTER DATABASE ${name} SET TABLESPACE`,
    `ALTER SUBSCRIPTION ${name} (?:REFRESH|(?:SET|ADD|DROP) PUBLICATION|SET \\()`,
    '(?:CREATE (?:UNIQUE )?|DROP )INDEX CONCURRENTLY',
    `REINDEX ${options}(?:SCHEMA|DATABASE|SYSTEM)`,
    `REINDEX ${options}(?:INDEX|TABLE) CONCURRENTLY`,
    String.raw`REINDEX \( [^)]*\bCONCURRENTLY\b(?! (?:FALSE|OFF))`,
    String.raw`CLUSTER(?: VERBOSE| \( [^)]* \))?$`,
    `ALTER TABLE .* DETACH PARTITION ${name} CONCURRENTLY$`,
  ].join('|')})(?=\\W|$)`,
)

/** How the runner must treat a statement, by the keywords that it starts with. */
export function statementMode(tokens: readonly Token[]): Statement['mode'] {
  const text = outline(tokens.slice(0, 60))
  if (alone.test(text)) return 'alone'
  if (/^(?:BEGIN|START TRANSACTION)\b/.test(text)) return 'begin'
  if (/^(?:COMMIT|END|PREPARE TRANSACTION)\b/.test(text)) return 'commit'
  if (/^(?:ABORT|ROLLBACK(?! (?:(?:WORK|TRANSACTION) )?TO\b))\b/.test(text)) return 'rollback'
  return 'normal'
}
