import type { Request } from 'express'
import type { StorageEngine } from 'multer'
import { Pool } from 'pg'

const pool = new Pool()

// What the package asks for says what its methods are given.
export class AttachmentService implements StorageEngine {
  _handleFile(req: Request, file: Express.Multer.File, callback: (error?: unknown, info?: Partial<Express.Multer.File>) => void) {
    pool.query('INSERT INTO attachments (order_id, name) VALUES ($1, $2)', [req.body.orderId, file.originalname]).then(() => callback(undefined, { path: file.originalname }), callback)
  }

  _removeFile(req: Request, file: Express.Multer.File, callback: (error: Error | null) => void) {
    pool.query('DELETE FROM attachments WHERE order_id = $1', [req.body.orderId]).then(() => callback(null), callback)
  }
}
