import type { NextApiRequest, NextApiResponse } from 'next'
import { verifySession } from '../../../lib/with-session'

export default async function verify(req: NextApiRequest, res: NextApiResponse) {
  const session = await verifySession({ req })
  if (typeof session === 'string') {
    res.status(401).json({ error: session })
    return null
  }
  return res.status(200).json({ id: session.id, ok: req.body.code === process.env.CODE })
}
