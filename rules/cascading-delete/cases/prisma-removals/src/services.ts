import { PrismaClient } from '@prisma/client'

export const prisma = new PrismaClient()

export async function clearSuppliers(): Promise<void> {
  await prisma.supplier.deleteMany()
}

export async function emptyChannel(channelId: string): Promise<void> {
  const posts = await prisma.post.findMany({ where: { channelId }, select: { id: true } })
  for (const post of posts) await prisma.post.delete({ where: { id: post.id } })
}

export async function dropDrafts(publicationId: string): Promise<void> {
  await prisma.article.deleteMany({ where: { publicationId, status: 'draft' } })
}

export async function removePatient(id: string): Promise<void> {
  await prisma.patient.delete({ where: { id } })
}

/** Whether there may be more. */
export async function dropListings(siteId: string): Promise<boolean> {
  const listings = await prisma.listing.findMany({ where: { siteId }, take: 100 })
  await prisma.listing.deleteMany({ where: { id: { in: listings.map(({ id }) => id) } } })
  return listings.length === 100
}

export async function dropSeatings(restaurantId: string): Promise<void> {
  await prisma.seating.deleteMany({ where: { restaurantId } })
}
