import { register } from 'node:module'

// Node 20 cannot load TypeScript, and a worker thread is out of vitest's reach: `--import` this file, and both can.
register('./typescript-hooks.js', import.meta.url)
