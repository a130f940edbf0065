import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

const LATENCY_MS = 100
const DRIP_MS = 200

/**
 * The state of a line: `open` forwards; `slow` forwards with a delay of 100 ms; `drip` forwards answers byte by byte;
 * `cut` closes every connection, including new ones; `reset` does the same with a TCP reset; `refused` closes every
 * connection and accepts no new ones; `frozen` accepts everything and answers nothing.
 */
export type LineMode = 'open' | 'slow' | 'drip' | 'cut' | 'reset' | 'refused' | 'frozen'

/** A line to a server that a test can break. */
export interface TcpProxy {
  port: number
  set(mode: LineMode): void
  /** Returns everything that was sent to the server. */
  sent(): Buffer
  close(): Promise<void>
}

/** Starts a proxy on a free port in front of `host` and `port`. */
export async function startTcpProxy(host: string, port: number): Promise<TcpProxy> {
  let mode: LineMode = 'open'
  const sent: Buffer[] = []
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket))
  }
  const server = createServer((client) => {
    keep(client)
    if (mode === 'cut' || mode === 'reset') {
      end(client, mode)
      return
    }
    const target = connect(port, host)
    keep(target)
    const toTarget = forwarder(target, () => mode)
    const toClient = forwarder(client, () => mode, true)
    client.on('data', (chunk) => {
      sent.push(chunk)
      toTarget(chunk)
    })
    target.on('data', toClient)
    client.once('close', () => target.destroy())
    target.once('close', () => client.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const endAll = (how: LineMode) => sockets.forEach((socket) => end(socket, how))
  const { port: ownPort } = server.address() as AddressInfo
  return {
    port: ownPort,
    set: (next) => {
      if (next === 'refused') server.close()
      else if (mode === 'refused') server.listen(ownPort, '127.0.0.1')
      // Swallowed bytes are lost for good, so a connection that was frozen is closed.
      if (next === 'cut' || next === 'reset' || next === 'refused' || mode === 'frozen') endAll(next)
      mode = next
    },
    sent: () => Buffer.concat(sent),
    close: async () => {
      endAll('cut')
      if (!server.listening) return
      server.close()
      await once(server, 'close')
    },
  }
}

function end(socket: Socket, how: LineMode): void {
  if (how === 'reset') socket.resetAndDestroy()
  else socket.destroy()
}

/** Returns a function that writes chunks to `socket` in order, as the mode of the line requires. */
function forwarder(socket: Socket, modeNow: () => LineMode, drips = false): (chunk: Buffer) => void {
  let before = Promise.resolve()
  const write = async (chunk: Buffer) => {
    if (modeNow() === 'slow') await sleep(LATENCY_MS)
    for (let at = 0; drips && modeNow() === 'drip' && at < chunk.length; at += 1) {
      socket.write(chunk.subarray(at, at + 1))
      await sleep(DRIP_MS)
      if (at === chunk.length - 1) return
      if (modeNow() !== 'drip') return void socket.write(chunk.subarray(at + 1))
    }
    if (modeNow() !== 'frozen' && socket.writable) socket.write(chunk)
  }
  return (chunk) => {
    before = before.then(() => write(chunk))
  }
}
