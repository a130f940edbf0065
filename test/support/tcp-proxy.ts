import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

type Mode = 'open' | 'cut' | 'frozen'

/** A line to a database that a test can break. */
export interface TcpProxy {
  port: number
  /** `open` forwards; `cut` ends every connection and refuses new ones; `frozen` takes everything and answers nothing. */
  set(mode: Mode): void
  /** All that has gone to the database. */
  sent(): Buffer
  close(): Promise<void>
}

/** Starts a proxy on a free port in front of `host` and `port`. */
export async function startTcpProxy(host: string, port: number): Promise<TcpProxy> {
  let mode: Mode = 'open'
  const sent: Buffer[] = []
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket))
  }
  const server = createServer((client) => {
    keep(client)
    if (mode === 'cut') return void client.destroy()
    const target = connect(port, host)
    keep(target)
    client.on('data', (chunk) => {
      sent.push(chunk)
      if (mode === 'open') target.write(chunk)
    })
    target.on('data', (chunk) => mode === 'open' && client.write(chunk))
    client.once('close', () => target.destroy())
    target.once('close', () => client.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const destroyAll = () => sockets.forEach((socket) => socket.destroy())
  return {
    port: (server.address() as AddressInfo).port,
    set: (next) => {
      // Bytes that were swallowed are gone for good: such a connection is of no use any more.
      if (next === 'cut' || mode === 'frozen') destroyAll()
      mode = next
    },
    sent: () => Buffer.concat(sent),
    close: async () => {
      destroyAll()
      server.close()
      await once(server, 'close')
    },
  }
}
