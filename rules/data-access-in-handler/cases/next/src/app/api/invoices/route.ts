import { NextResponse } from 'next/server'
import { db, invoices, openInvoices } from '../../../services/invoice.service'

export async function GET() {
  return NextResponse.json(await openInvoices())
}

export async function POST(request: Request) {
  const { id } = (await request.json()) as { id: number }
  await db.insert(invoices).values({ id, state: 'open' }) // expect: data-access-in-handler
  return NextResponse.json({ id })
}
