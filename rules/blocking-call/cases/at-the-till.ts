// A helper at one till: it answers nobody but the machine itself, and one person waits for what he has asked for.
import { readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'

function isOfThisMachine(address: string | undefined) {
  return address === '127.0.0.1' || address === '::1'
}

const server = createServer((req, res) => {
  if (!isOfThisMachine(req.socket.remoteAddress)) return res.writeHead(403).end()
  if (req.method === 'POST') return res.end(lastSale(String(req.url)))
  return res.end(String(salesOf(String(req.url))))
})

function lastSale(till: string) {
  return readFileSync(path.join('tills', till, 'last.json')) // expect-low: blocking-call
}

// Asked for again and again, and longer each day.
function salesOf(till: string) {
  let sum = 0
  const days = readdirSync(path.join('tills', till)) // expect-low: blocking-call
  for (const day of days) sum += JSON.parse(readFileSync(path.join('tills', till, day), 'utf8')).sum // expect: blocking-call
  return sum
}

server.listen(4000)

createServer((req, res) => {
  if (req.socket.remoteAddress === undefined) return res.writeHead(400).end()
  return res.end(receipt(String(req.url)))
}).listen(5000)

function receipt(name: string) {
  return readFileSync(path.join('receipts', name)) // expect: blocking-call
}
