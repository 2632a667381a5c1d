import { MongoClient } from 'mongodb'
import { NextResponse } from 'next/server'
import { z } from 'zod'

const tokens = new MongoClient('mongodb://localhost').db('shop').collection('tokens')
const Token = z.object({ token: z.string() })

export async function POST(request: Request) {
  const { token } = await request.json()
  return NextResponse.json(await tokens.findOne({ token })) // expect: nosql-injection
}

export async function PUT(request: Request) {
  const { token } = Token.parse(await request.json())
  return NextResponse.json(await tokens.findOne({ token }))
}
