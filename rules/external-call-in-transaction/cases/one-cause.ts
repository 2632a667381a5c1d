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
