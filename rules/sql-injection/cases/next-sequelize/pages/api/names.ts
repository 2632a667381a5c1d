import type { NextApiRequest, NextApiResponse } from 'next'
import { named, paid } from '../../lib/orders'

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'POST') await paid(req.body.id)
  res.json(await named(req.query.name as string))
}
