import type { NextApiRequest, NextApiResponse } from 'next'

// Stands in for the backend while pages are drawn: nothing of the request is looked at.
export default function handler(request: NextApiRequest, response: NextApiResponse) {
  response.status(200).json({ name: 'Somebody' })
}
