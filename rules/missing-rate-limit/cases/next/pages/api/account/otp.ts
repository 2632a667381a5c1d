import type { NextApiResponse } from 'next'
import { type Known, withSession } from '../../../lib/with-session'

// The wrapper lets everybody in.
async function handler(req: Known, res: NextApiResponse) { // expect: missing-rate-limit
  res.status(200).json({ ok: req.body.code === process.env.CODE })
}

export default withSession(handler, { methods: ['POST'] })
