import { PrismaClient } from '@prisma/client'
import { In, Repository } from 'typeorm'
import mongoose, { Schema } from 'mongoose'

const prisma = new PrismaClient()

export async function withProducts(items: { productId: string; quantity: number }[]) {
  const lines = []
  for (const item of items) {
    const product = await prisma.product.findUnique({ where: { id: item.productId } }) // expect: n-plus-one-query
    if (product) lines.push({ product, quantity: item.quantity })
  }
  return lines
}

export async function addAll(names: string[]) {
  for (const name of names) {
    await prisma.product.create({ data: { name, price: 1 } }) // expect: n-plus-one-query
  }
}

export async function addTogether(names: string[]) {
  await Promise.all(names.map((name) => prisma.product.create({ data: { name, price: 1 } }))) // expect: n-plus-one-query
}

class Owner {
  id!: string
}

export class Owners {
  constructor(private readonly owners: Repository<Owner>) {}

  async of(pets: { ownerId: string }[]): Promise<Owner[]> {
    const found: Owner[] = []
    for (const pet of pets) {
      const owner = await this.owners.findOneBy({ id: pet.ownerId }) // expect: n-plus-one-query
      if (owner) found.push(owner)
    }
    return found
  }

  // One query for all of them.
  byIds(ids: string[]) {
    return this.owners.findBy({ id: In(ids.slice(0, 100)) })
  }
}

const Clinic = mongoose.model('Clinic', new Schema({ code: String }))

export async function clinics(codes: string[]) {
  const names: string[] = []
  for (const code of codes) {
    const clinic = await Clinic.findOne({ code }) // expect: n-plus-one-query
    if (clinic) names.push(clinic.id)
  }
  return names
}
