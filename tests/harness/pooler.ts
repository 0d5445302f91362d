import { createServer, connect as dial, type Socket } from 'node:net'

/** A pooler in transaction mode on a free loopback port: each transaction gets the server session that was last given back. */
export interface Pooler {
  readonly port: number
  close(): void
}

interface Backend {
  readonly socket: Socket
  client: Socket | undefined
  /** Queries and syncs that the server has not answered with ReadyForQuery. */
  open: number
}

const ends = (type: number) => type === 0x51 || type === 0x53 // Query, Sync
const [ready, idle, terminate] = [0x5a, 0x49, 0x58]

/** Sits before the server at `url`, logged in there through sessions that `login` opens; its clients need no password. */
export async function startPooler(login: () => Promise<Socket>, sessions = 3): Promise<Pooler> {
  const backends: Backend[] = []
  const free: Backend[] = []
  const waiting: ((backend: Backend) => void)[] = []
  const release = (backend: Backend) => {
    backend.client = undefined
    const next = waiting.shift()
    if (next) next(backend)
    else free.push(backend)
  }
  for (let made = 0; made < sessions; made++) {
    const backend: Backend = { socket: await login(), client: undefined, open: 0 }
    backend.socket.on(
      'data',
      messages((message) => {
        backend.client?.write(message)
        if (message[0] === ready && --backend.open === 0 && message[5] === idle) release(backend)
      }),
    )
    backend.socket.on('error', () => {})
    backends.push(backend)
    free.push(backend)
  }
  const server = createServer((client) => {
    let backend: Backend | undefined
    let queue: Buffer[] = []
    const flush = (to: Backend) => {
      backend = to
      to.client = client
      for (const message of queue) {
        if (ends(message[0]!)) to.open++
        to.socket.write(message)
      }
      queue = []
    }
    client.on('error', () => {})
    client.once('data', () => {
      client.write(greeting())
      client.on(
        'data',
        messages((message) => {
          if (message[0] === terminate) return
          queue.push(message)
          if (backend?.client === client) return flush(backend)
          if (queue.length > 1) return
          const next = free.pop()
          if (next) flush(next)
          else waiting.push(flush)
        }),
      )
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    port: (server.address() as { port: number }).port,
    close: () => {
      server.close()
      for (const { socket } of backends) socket.destroy()
    },
  }
}

/** AuthenticationOk, a made-up BackendKeyData (as pgbouncer's is) and ReadyForQuery. */
function greeting(): Buffer {
  const key = Buffer.from([0x4b, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0])
  key.writeInt32BE(Math.floor(Math.random() * 2 ** 31), 5)
  return Buffer.concat([Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]), key, Buffer.from([ready, 0, 0, 0, 5, idle])])
}

/** Cuts a stream into the protocol's messages: a byte for the type, four for the length. */
function messages(take: (message: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0)
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const end = rest.readInt32BE(1) + 1
      take(rest.subarray(0, end))
      rest = rest.subarray(end)
    }
  }
}

/** A session of a server that trusts the socket's user: the startup message, then whatever comes until ReadyForQuery. */
export function loginTo(port: number, user: string, database: string): () => Promise<Socket> {
  return () =>
    new Promise((resolve, reject) => {
      const socket = dial({ port, host: '127.0.0.1' })
      const parameters = Buffer.from(`user\0${user}\0database\0${database}\0\0`)
      const head = Buffer.alloc(8)
      head.writeInt32BE(parameters.length + 8, 0)
      head.writeInt32BE(196_608, 4)
      socket.write(Buffer.concat([head, parameters]))
      const onData = messages((message) => {
        if (message[0] === 0x45) reject(new Error(message.toString()))
        if (message[0] !== ready) return
        socket.off('data', onData)
        resolve(socket)
      })
      socket.on('data', onData)
      socket.once('error', reject)
    })
}
