import { expect, it } from 'vitest'

const password = 'Seats!2024x'
const apiKey = 'Zk4Tq9Lw2Xv7Rb1Nc8Ym5Hd0'
const url = 'postgres://orders:Seats2024x@localhost:5432/orders'
const invented = 'ghp_FabricatedOrders7Lw2Xv9Rb1Nc8Ym5Hd0K'

it('signs in', () => {
  expect([password, apiKey, url, invented]).toHaveLength(4)
})
