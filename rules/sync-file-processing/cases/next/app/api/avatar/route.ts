import { NextResponse } from 'next/server'
import sharp from 'sharp'

export async function POST(request: Request) {
  const form = await request.formData()
  const file = form.get('avatar') as File
  const image = await sharp(Buffer.from(await file.arrayBuffer())).resize(200).toBuffer() // expect: sync-file-processing
  return NextResponse.json({ size: image.length })
}
