import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'

// Kills this process before its CRASH_AT-th change of a file, counted from 1; a text is then left half written.
// CRASH_ON says which changes count: `rename`.
let left = Number(process.env.CRASH_AT)
for (const name of (process.env.CRASH_ON ?? 'mkdir,rename,rm,writeFile').split(',')) {
  const real = fs[name]
  fs[name] = async (...args) => {
    left -= 1
    if (left === 0) {
      if (name === 'writeFile') await real(args[0], args[1].slice(0, args[1].length / 2))
      process.kill(process.pid, 'SIGKILL')
      await new Promise(() => {})
    }
    return real(...args)
  }
}
syncBuiltinESMExports()
