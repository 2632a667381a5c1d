import type { NextApiResponse } from 'next'
import { type Known, withSession } from '../../../lib/with-session'

async function handler(req: Known, res: NextApiResponse) {
  res.status(200).json({ ok: req.body.code === process.env.CODE })
}

export default withSession(handler, { methods: ['POST'], user: true })
