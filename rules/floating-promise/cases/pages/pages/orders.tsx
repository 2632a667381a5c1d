import { PrismaClient } from '@prisma/client'
import type { GetServerSideProps } from 'next'
import { useEffect } from 'react'

const prisma = new PrismaClient()

async function load(id: number): Promise<void> {
  await fetch(`/api/orders/${id}`)
}

async function touch(id: number): Promise<void> {
  await prisma.order.update({ where: { id }, data: { seen: true } as never })
}

export default function OrderPage({ id }: { id: number }) {
  // In the browser.
  useEffect(() => {
    load(id)
  }, [id])
  return <p>{id}</p>
}

export const getServerSideProps: GetServerSideProps = async ({ query }) => {
  touch(Number(query.id)) // expect: floating-promise
  return { props: { id: Number(query.id) } }
}
