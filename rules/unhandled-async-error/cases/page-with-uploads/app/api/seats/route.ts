import { readLines } from '../../../lib/read-lines'
import { keepFile } from '../../../lib/upload-files'

export async function POST(request: Request) {
  readLines(await request.text())
  keepFile('/tmp/seats')
  return new Response(undefined, { status: 202 })
}
