import { isRight, passwordOf } from '../../../lib/customers'

export async function POST(request: Request) {
  const { id, password } = await request.json()
  return Response.json({ isRight: isRight(password, await passwordOf(id)) })
}
