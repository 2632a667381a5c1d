import type { NextApiRequest, NextApiResponse } from 'next'
import { verifyMember } from '../../../lib/with-session'

// What is asked first is the password itself.
export default async function login(req: NextApiRequest, res: NextApiResponse) { // expect: missing-rate-limit
  const member = await verifyMember({ req })
  if (typeof member === 'string') {
    res.status(401).json({ error: member })
    return null
  }
  return res.status(200).json({ id: member.id })
}
