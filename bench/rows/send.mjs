// Sends a script as psql does: a statement a message, one after the other. No statement of it holds `;` and a line end inside.
import { readFileSync } from 'node:fs'
import pg from 'pg'

const client = new pg.Client()
await client.connect()
for (const statement of readFileSync(process.argv[2], 'utf8').split(/;\n/)) await client.query(statement)
await client.end()
