import { seatRouter } from '@hall/seats'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'

export async function POST(req: Request) {
  return fetchRequestHandler({ endpoint: '/api/trpc', req, router: seatRouter, createContext: () => ({}) })
}
