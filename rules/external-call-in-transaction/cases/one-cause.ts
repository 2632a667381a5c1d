import axios from 'axios'
import knex from 'knex'

const db = knex({ client: 'pg' })

async function removeFile(id: string) {
  await axios.delete(`https://files.internal/${id}`)
}

async function removeLogo(shopId: string) {
  await removeFile(`logo-${shopId}`)
}

async function removeBanner(shopId: string) {
  await removeFile(`banner-${shopId}`)
}

// One transaction leads to one request by several calls: one mistake.
export async function closeShop(shopId: string) {
  await db.transaction(async (trx) => {
    await trx('shops').where({ id: shopId }).update({ closed: true })
    await removeLogo(shopId) // expect: external-call-in-transaction
    await removeBanner(shopId)
  })
}

// Another transaction is another, and so is another request.
export async function closeBranch(branchId: string) {
  await db.transaction(async (trx) => {
    await trx('branches').where({ id: branchId }).update({ closed: true })
    await removeBanner(branchId) // expect: external-call-in-transaction
    await axios.post('https://search.internal/reindex', { branchId }) // expect: external-call-in-transaction
  })
}

// A pause that four transactions come to is one statement to mend; between two attempts it comes only after a failure.
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function letReplicaCatchUp() {
  await wait(500)
}
export async function openShop(shopId: string) {
  await db.transaction(async (trx) => {
    await trx('shops').where({ id: shopId }).update({ closed: false })
    await letReplicaCatchUp() // expect: external-call-in-transaction
  })
}
export async function openBranch(branchId: string) {
  await db.transaction(async (trx) => {
    await trx('branches').where({ id: branchId }).update({ closed: false })
    await letReplicaCatchUp()
  })
}
