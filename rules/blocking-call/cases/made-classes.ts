// What stands behind an interface is of a class that somebody makes, or may find.
import express from 'express'
import { gunzipSync, gzipSync } from 'node:zlib'

interface Receipts {
  keep(receipt: string): Buffer
}

interface Archive {
  open(receipt: Buffer): string
}

class PlainReceipts implements Receipts {
  keep(receipt: string): Buffer {
    return Buffer.from(receipt)
  }
}

// Nobody makes one.
export class PackedReceipts implements Receipts {
  keep(receipt: string): Buffer {
    return gzipSync(receipt)
  }
}

class PlainArchive implements Archive {
  open(receipt: Buffer): string {
    return receipt.toString()
  }
}

class PackedArchive implements Archive {
  open(receipt: Buffer): string {
    return gunzipSync(receipt).toString() // expect: blocking-call
  }
}

// By a name that the settings give.
const archives: Record<string, new () => Archive> = { plain: PlainArchive, packed: PackedArchive }

class Till {
  constructor(
    private readonly receipts: Receipts,
    private readonly archive: Archive,
  ) {}

  print(receipt: string): string {
    return this.archive.open(this.receipts.keep(receipt))
  }
}

const Chosen = archives[process.env.ARCHIVE ?? 'plain'] ?? PlainArchive
const till = new Till(new PlainReceipts(), new Chosen())
const app = express()

app.post('/receipts', express.text({ limit: '50mb' }), (req, res) => {
  res.send(till.print(req.body as string))
})
