import { core, type Files, table } from '../../harness/load.ts'

/** A project whose schema files, `src/**`, declare the table `b` in one way or another. */
export interface Situation {
  readonly files: Files
  /** Packages of `node_modules` that are links, by name. */
  readonly links?: Files
  /** The schema files, if they are not all of `src`. */
  readonly schema?: string
  /** What is declared, if it is not the table `b` alone. */
  readonly tables?: readonly string[]
}

/** A schema file that takes the name of its table from an import. */
const named = (imports: string, name = 'name') =>
  `${core}${imports}\nexport const b = pgTable(${name}, { id: integer() })`

const tsconfig = (options: object, rest: object = {}) => JSON.stringify({ compilerOptions: options, ...rest })

/** How one file of a project names another. */
const paths: Readonly<Record<string, Situation>> = {
  'a .js specifier for a .ts file': { files: { 'src/a.ts': `export * from '../lib/b.js'`, 'lib/b.ts': table('b') } },
  'a .ts specifier': { files: { 'src/a.ts': `export * from '../lib/b.ts'`, 'lib/b.ts': table('b') } },
  'a specifier without extension': { files: { 'src/a.ts': `export * from '../lib/b'`, 'lib/b.ts': table('b') } },
  'a folder with an index': { files: { 'src/a.ts': `export * from '../lib'`, 'lib/index.ts': table('b') } },
  'a folder with an index, and a slash': {
    files: { 'src/a.ts': `export * from '../lib/'`, 'lib/index.ts': table('b') },
  },
  'tsconfig paths through extends, with comments': {
    files: {
      'tsconfig.json': `{ "extends": "./base.json", /* more */ }`,
      'base.json': `{ // paths\n "compilerOptions": { "paths": { "@/*": ["./lib/*"] }, "jsx": "preserve", "verbatimModuleSyntax": false, } }`,
      'src/a.ts': `export * from '@/b'`,
      'lib/b.ts': table('b'),
    },
  },
  'tsconfig paths with baseUrl, and one of several places': {
    files: {
      'tsconfig.json': tsconfig({
        baseUrl: 'lib',
        paths: { 'db/*/tables': ['nowhere/*', 'tables/*'], db: ['tables/x'] },
      }),
      'src/a.ts': `import { x } from 'db'\nexport * from 'db/b/tables'\nif (x !== 1) throw x`,
      'lib/tables/b.ts': table('b'),
      'lib/tables/x.ts': 'export const x = 1',
    },
  },
  'a bare path from baseUrl': {
    files: { 'tsconfig.json': tsconfig({ baseUrl: '.' }), 'src/a.ts': `export * from 'lib/b'`, 'lib/b.ts': table('b') },
  },
  'tsconfig paths that a package of the workspace extends': {
    files: {
      'packages/app/tsconfig.json': `{ "extends": ["@acme/tsconfig/base.json"], "compilerOptions": {} }`,
      'packages/tsconfig/package.json': `{ "name": "@acme/tsconfig" }`,
      'packages/tsconfig/base.json': tsconfig({ strict: true, paths: { '~/*': ['../app/lib/*'] } }),
      'packages/app/src/a.ts': `export * from '~/b'`,
      'packages/app/lib/b.ts': table('b'),
    },
    links: { '@acme/tsconfig': 'packages/tsconfig' },
    schema: 'packages/app/src/*.ts',
  },
  'package #imports': {
    files: {
      'package.json': `{ "type": "module", "imports": { "#lib/*": "./lib/*.ts", "#kind": { "browser": "./no.ts", "node": "./lib/kind.ts" } } }`,
      'src/a.ts': `export * from '#lib/b'\nimport { kind } from '#kind'\nif (kind !== 'node') throw kind`,
      'lib/b.ts': table('b'),
      'lib/kind.ts': `export const kind = 'node'`,
    },
  },
  'a workspace package in TypeScript, by subpath exports, with catalog: in its package.json': {
    files: {
      'src/a.ts': `export * from '@acme/db/tables/b'`,
      'pnpm-workspace.yaml': 'packages: [packages/*]\ncatalog: { drizzle-orm: ^0.45.0 }',
      'packages/db/package.json': `{ "name": "@acme/db", "version": "0.0.0", "exports": { "./tables/*": { "types": "./src/*.ts", "default": "./src/*.ts" } }, "dependencies": { "drizzle-orm": "catalog:", "@acme/names": "workspace:*" } }`,
      'packages/db/src/b.ts': named(`import name from '@acme/names'`),
      'packages/names/package.json': `{ "name": "@acme/names", "main": "src/index.ts" }`,
      'packages/names/src/index.ts': `import { b } from './b.js'\nexport default b satisfies string`,
      'packages/names/src/b.ts': `export const b = 'b' as const`,
    },
    links: { '@acme/db': 'packages/db', '@acme/names': 'packages/names' },
  },
  'a package by its own name': {
    files: {
      'package.json': `{ "name": "app", "exports": { "./b": "./lib/b.ts" } }`,
      'src/a.ts': `export * from 'app/b'`,
      'lib/b.ts': table('b'),
    },
  },
  '.mts and .cts': {
    files: {
      'src/a.ts': `import { name } from '../lib/b.cjs'\nexport * from '../lib/c.mjs'\nif (name !== 'b') throw 1`,
      'lib/b.cts': `export const name: string = 'b'`,
      'lib/c.mts': table('b'),
    },
  },
  'schema files in .mts, .cts, .js and .tsx': {
    files: {
      'src/a.mts': table('a'),
      'src/b.cts': `import { pgTable } from 'drizzle-orm/pg-core'\nexport const b = pgTable('b', {})`,
      'src/c.tsx': table('c'),
      'src/d.js': table('d'),
      'src/e.cjs': `const { pgTable } = require('drizzle-orm/pg-core')\nmodule.exports = { e: pgTable('e', {}) }`,
    },
    schema: 'src',
    tables: ['a', 'b', 'c', 'd', 'e'],
  },
}

/** What TypeScript and JavaScript allow in a file. */
const syntax: Readonly<Record<string, Situation>> = {
  'top-level await and a dynamic import': {
    files: { 'src/a.ts': `export const { b } = await import('../lib/b.ts')`, 'lib/b.ts': table('b') },
  },
  'a dynamic import whose path is made up at run time': {
    files: {
      'src/a.ts': named(`const { name } = await import(new URL('../lib/' + 'b.mjs', import.meta.url).href)`),
      'lib/b.mjs': `export const name = 'b'`,
    },
  },
  'enums, namespaces and parameter properties': {
    files: {
      'src/a.ts': named(
        `enum Table { B = 'b' }
        const enum Fast { B = 'b' }
        namespace Names { export const name = Fast.B }
        class Name { constructor(readonly name: string) {} }
        const name = new Name(Table.B).name === Names.name ? 'b' : ''`,
      ),
    },
  },
  'decorators of TypeScript': {
    files: {
      'tsconfig.json': tsconfig({ experimentalDecorators: true }),
      'src/a.ts': named(
        `const names: string[] = []
        const noted = (target: object, key: string) => void names.push(key)
        class Row { @noted b!: string }
        const name = names[0]!`,
      ),
    },
  },
  'decorators of JavaScript': {
    files: {
      'src/a.ts': named(
        `const names: string[] = []
        const noted = (_: unknown, context: { name: string | symbol }) => void names.push(String(context.name))
        class Row { @noted b() {} }
        const name = names[0]!`,
      ),
    },
  },
  using: {
    files: {
      'src/a.ts': named(
        `let name = ''
        { using held = { [Symbol.dispose]: () => void (name = 'b') } }`,
      ),
    },
  },
  'types that are imported, exported and passed on': {
    files: {
      'src/a.ts': `import { type Name, name } from '../lib/name'
        import type { Gone } from 'not-installed'
        import { Other } from '../lib/types'
        export type { Name, Gone }
        export { type Other, b } from '../lib/b'
        export * from '../lib/types'
        export type * from '../lib/types'
        const own: Other = name as Name`,
      'lib/name.ts': `export type Name = string\nexport const name: Name = 'b'`,
      'lib/types.ts': `export interface Other { a: string }\nexport type Row = typeof import('./b').b.$inferSelect`,
      'lib/b.ts': `${table('b')}import type { Other as It } from './types'\nexport type Other = It`,
    },
  },
  'a circle of imports': {
    files: {
      'src/a.ts': `${core}import { b } from './b'\nexport const a = pgTable('a', { id: integer().primaryKey(), b: integer().references(() => b.id) })`,
      'src/b.ts': `${core}import { a } from './a'\nexport const b = pgTable('b', { id: integer().primaryKey(), a: integer().references(() => a.id) })`,
    },
    tables: ['a', 'b'],
  },
  'export default': { files: { 'src/a.ts': `${core}export default pgTable('b', {})` } },
  'export default of a file that others import': {
    files: {
      'src/a.ts': `export { default as b } from '../lib/b'`,
      'lib/b.ts': `${core}export default pgTable('b', {})`,
    },
  },
  'export = and import = require': {
    files: {
      'src/a.cts': `import core = require('drizzle-orm/pg-core')\nconst b = core.pgTable('b', {})\nexport = { b }`,
    },
    schema: 'src',
  },
  'export * as': {
    files: {
      'src/a.ts': `import { all } from '../lib/all'\nexport const { b } = all`,
      'lib/all.ts': `export * as all from './b'`,
      'lib/b.ts': table('b'),
    },
  },
  'JSX in the closure': {
    files: {
      'tsconfig.json': tsconfig({ jsx: 'preserve' }),
      'src/a.ts': `export { b } from '../lib/b'`,
      'lib/b.tsx': `${table('b')}export const View = ({ name }: { name: string }) => <div title={name}>{<></>}</div>`,
      'node_modules/react/package.json': `{ "name": "react" }`,
      'node_modules/react/jsx-runtime.js': `exports.jsx = () => null`,
    },
  },
  'JSX in the closure without React': {
    files: {
      'src/a.ts': `export { b } from '../lib/b'`,
      'lib/b.tsx': `${table('b')}export const View = () => <><div /></>`,
    },
  },
  'a first line for the shell, and a byte order mark': {
    files: {
      'src/a.ts': `\uFEFFexport * from '../lib/b'`,
      'lib/b.ts': `#!/usr/bin/env node\n${table('b')}export const here = __dirname`,
    },
  },
}

/** What a file asks of the module system around it. */
const modules: Readonly<Record<string, Situation>> = {
  'the place of a file': {
    files: {
      'src/a.ts': named(`import { name } from '../lib/b'`),
      'lib/b.ts': `import { basename } from 'node:path'\nimport { fileURLToPath } from 'node:url'
        const here = [basename(__filename), basename(fileURLToPath(import.meta.url)), basename(__dirname), basename(import.meta.dirname), basename(import.meta.filename)]
        if (here.join() !== 'b.ts,b.ts,lib,lib,b.ts') throw new Error(here.join())
        export const name = 'b'`,
    },
  },
  '__dirname as ESM projects define it': {
    files: {
      'src/a.ts': named(`import { dirname, join } from 'node:path'
        import { fileURLToPath } from 'node:url'
        import { readFileSync } from 'node:fs'
        const __filename = fileURLToPath(import.meta.url)
        const __dirname = dirname(__filename)
        const name = readFileSync(join(__dirname, 'name.txt'), 'utf8')`),
      'src/name.txt': 'b',
    },
  },
  require: {
    files: {
      'src/a.ts': named(
        `const { basename } = require('node:path')\ntry { require('not-installed') } catch {}`,
        `basename(require('../lib/b').name)`,
      ),
      'lib/b.ts': `export const name = 'x/b'`,
    },
  },
  createRequire: {
    files: {
      'src/a.ts': named(`import { createRequire } from 'node:module'
        const name = createRequire(import.meta.url)('old')`),
      'node_modules/old/package.json': `{ "name": "old" }`,
      'node_modules/old/index.js': `module.exports = 'b'`,
    },
  },
  'JSON by name, as a whole, with an attribute and by require': {
    files: {
      'src/a.ts': named(
        `import { name } from '../b.json'
        import whole from '../b.json'
        import typed from '../b.json' with { type: 'json' }
        import * as space from '../b.json'
        if (![whole.name, typed.name, space.name, require('../b.json').name].every((one) => one === name)) throw 1`,
      ),
      'b.json': `{ "name": "b" }`,
    },
  },
  'styles, SQL, images and files of other languages': {
    files: {
      'tsconfig.json': tsconfig({ jsx: 'react-jsx' }),
      'src/a.ts': named(`import '../lib/global.css'
        import styles, { button } from '../lib/view.module.css'
        import sheet from '../lib/more.scss'
        import query from '../lib/query.sql'
        import logo from '../lib/logo.png'
        import inline from '../lib/logo.svg?react'
        import Page from '../lib/page.vue'
        import * as font from '../lib/font.woff2'
        const name = query.trim()
        if (styles.root || button) throw 1
        export const all = [sheet, logo, inline, Page, font]`),
      ...Object.fromEntries(
        ['global.css', 'view.module.css', 'more.scss', 'logo.png', 'logo.svg', 'page.vue', 'font.woff2'].map((name) => [
          `lib/${name}`,
          '<>{ no code }',
        ]),
      ),
      'lib/query.sql': 'b\n',
    },
  },
  'styles of a package': {
    files: {
      'src/a.ts': `import 'pretty/dist/all.css'\nexport * from '../lib/b'`,
      'lib/b.ts': table('b'),
      'node_modules/pretty/package.json': `{ "name": "pretty" }`,
      'node_modules/pretty/dist/all.css': '@import "nowhere"',
    },
  },
  'named exports of a CommonJS package that Node does not find': {
    files: {
      'src/a.ts': named(`import { name } from 'old'`),
      'node_modules/old/package.json': `{ "name": "old" }`,
      'node_modules/old/index.js': `const all = { name: 'b' }\nfor (const k of Object.keys(all)) exports[k] = all[k]`,
    },
  },
  'the default of a CommonJS package': {
    files: {
      'src/a.ts': named(`import name from 'old'`),
      'node_modules/old/package.json': `{ "name": "old", "main": "lib/main.cjs" }`,
      'node_modules/old/lib/main.cjs': `module.exports = 'b'`,
    },
  },
  'a package that is ESM only': {
    files: {
      'src/a.ts': named(`import { name } from 'new'\nif ((await import('new')).name !== name) throw 1`),
      'node_modules/new/package.json': `{ "name": "new", "type": "module", "exports": { "import": "./index.js" } }`,
      'node_modules/new/index.js': `export const name = 'b'`,
    },
  },
  'a package in both forms': {
    files: {
      'src/a.ts': named(`import { name } from 'both/sub'\nif (require('both/sub').name !== 'cjs') throw 1`),
      'node_modules/both/package.json': `{ "name": "both", "exports": { "./sub": { "import": "./sub.mjs", "require": "./sub.cjs" } } }`,
      'node_modules/both/sub.mjs': `export const name = 'b'`,
      'node_modules/both/sub.cjs': `exports.name = 'cjs'`,
    },
  },
  'a package in TypeScript': {
    files: {
      'src/a.ts': named(`import { name } from 'raw'`),
      'node_modules/raw/package.json': `{ "name": "raw", "exports": "./index.ts" }`,
      'node_modules/raw/index.ts': `export const name: string = 'b'`,
    },
  },
  'server-only, which throws wherever nobody bundles it away': {
    files: {
      'src/a.ts': `import 'server-only'\n${table('b')}`,
      'node_modules/server-only/package.json': `{ "name": "server-only" }`,
      'node_modules/server-only/index.js': `throw new Error('This module cannot be imported from a Client Component')`,
    },
  },
}

export const situations = { ...paths, ...syntax, ...modules }
