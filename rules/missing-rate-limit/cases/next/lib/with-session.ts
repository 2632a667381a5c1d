import type { NextApiRequest, NextApiResponse } from 'next'

export type Known = NextApiRequest & { user?: () => Promise<{ id: string } | null> }

interface Options {
  methods: string[]
  user?: boolean
}

export const withSession =
  (handler: (req: Known, res: NextApiResponse, user?: { id: string }) => unknown, options: Options = { methods: ['GET'] }) =>
  (req: Known, res: NextApiResponse) => {
    const unauthorized = (message: string) => res.status(401).json({ error: message })
    req.user = async () => {
      const id = req.cookies['session']
      return id === undefined ? null : { id }
    }
    if (!options.methods.includes(String(req.method))) return res.status(405).end()
    if (options.user) {
      return req.user().then((user) => {
        if (!user) return unauthorized('Sign in first')
        return handler(req, res, user)
      })
    }
    return handler(req, res)
  }

export async function verifySession({ req }: { req: NextApiRequest }): Promise<{ id: string } | string> {
  const id = req.cookies['session']
  return id === undefined ? 'Sign in first' : { id }
}

export async function verifyMember({ req }: { req: NextApiRequest }): Promise<{ id: string } | string> {
  const { name, password } = req.body
  return password === process.env[`PASSWORD_${name}`] ? { id: String(name) } : 'The session is unknown'
}
