import knex from 'knex'
import WebSocket, { WebSocketServer } from 'ws'

const db = knex({ client: 'pg' })

const server = new WebSocketServer({ port: 8080 })
server.on('connection', (socket) => {
  socket.on('message', async (raw) => { // expect: unvalidated-input
    const { station, level } = JSON.parse(raw.toString())
    await db('readings').insert({ station, level })
  })
})

// A socket that the program opens itself hears what its own service answers.
class Feed {
  private socket: WebSocket | null = null

  open(): void {
    this.socket = new WebSocket('wss://feed.stations.io')
    this.socket.on('message', this.keep.bind(this))
  }

  close(): void {
    this.socket?.close()
    this.socket = null
  }

  private async keep(raw: WebSocket.RawData): Promise<void> {
    const { station, level } = JSON.parse(raw.toString())
    await db('readings').insert({ station, level })
  }
}
const tides = new WebSocket('wss://feed.tides.io')
tides.on('message', async (raw) => {
  await db('tides').insert(JSON.parse(raw.toString()))
})

// One that is handed in may be anybody's.
class Till {
  constructor(private readonly socket: WebSocket) {
    this.socket.on('message', this.keep.bind(this))
  }

  private async keep(raw: WebSocket.RawData): Promise<void> { // expect: unvalidated-input
    const { code, amount } = JSON.parse(raw.toString())
    await db('sales').insert({ code, amount })
  }
}
server.on('connection', (socket) => new Till(socket))

export const feed = new Feed()
