import { PrismaClient } from '@prisma/client'
import { NextRequest, NextResponse } from 'next/server'
import { z } from 'zod'

const prisma = new PrismaClient()
const Post = z.object({ title: z.string() })

export async function POST(request: NextRequest) {
  const body = await request.json() // expect: unvalidated-input
  return NextResponse.json(await prisma.post.create({ data: body }))
}

export async function PUT(request: NextRequest) {
  const body = Post.parse(await request.json())
  return NextResponse.json(await prisma.post.create({ data: body }))
}
