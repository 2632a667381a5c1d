import bcrypt from 'bcryptjs'
import { gunzipSync } from 'node:zlib'

interface Stores {
  readonly [store: string]: () => Promise<string>
}

async function ask(stores: Stores): Promise<string> {
  return process.env.ARCHIVE ? stores.archive!() : stores.live!()
}

async function fromArchive(id: string): Promise<string> {
  const answer = await fetch(`https://archive.example/${id}`)
  return gunzipSync(Buffer.from(await answer.arrayBuffer())).toString() // expect: blocking-call
}

export function passwordOf(id: string): Promise<string> {
  return ask({ live: async () => id, archive: () => fromArchive(id) })
}

export function isRight(password: string, digest: string): boolean {
  return bcrypt.compareSync(password, digest) // expect: blocking-call
}
