import { PrismaClient } from '@prisma/client'
import Fastify from 'fastify'

const prisma: any = new PrismaClient()
const app = Fastify()

app.post<{ Params: { id: string }; Body: { email: string } }>('/teams/:id/members', async (request) => {
  const team = await prisma.team.findUniqueOrThrow({ where: { id: request.params.id }, include: { _count: { select: { members: true } } } })
  if (team._count.members >= team.seats) throw new Error('no seats left')
  return prisma.member.create({ data: { teamId: request.params.id, email: request.body.email } }) // expect: check-then-act
})

app.get<{ Params: { id: string } }>('/teams/:id', async (request) => {
  const team = await prisma.team.findUniqueOrThrow({ where: { id: request.params.id }, include: { _count: { select: { members: true } } } })
  return { isFull: team._count.members >= team.seats }
})
