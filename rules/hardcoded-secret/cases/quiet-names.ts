// Names that sound secret, and values that are none.
export const API_KEY_HEADER = 'x-api-key'
export const ACCESS_TOKEN = 'access_token'
export const ORDER_REPOSITORY_TOKEN = 'ORDER_REPOSITORY'
export const MAILER_TOKEN = Symbol('mailer')
export const passwordField = 'password'
export const tokenCookie = 'order_session_v2'
export const secretName = 'projects/orders/secrets/db-password/versions/latest'
export const passwordPattern = '^(?=.*[A-Z])(?=.*[0-9]).{8,}$'
export const tokenEndpoint = 'https://id.orders.io/oauth2/token'

// The account of the storage emulator, the same on every machine.
export const emulator = 'DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;'

export enum TokenType {
  AccessToken = 'access-token-v2',
  ResetPassword = 'reset-password-2024',
}

export type Credentials = { password: 'Wq7!orders-literal-type'; apiKey: 'q8Zt2LmVx0RbYc7NwKd4Hs9f' }

export const placeholders = {
  password: 'changeme',
  apiKey: 'your-key-here',
  secret: '<secret>',
  token: 'xxxxxxxxxxxxxxxxxxxxxxxx',
  accessToken: 'example-access-token-123456',
  clientSecret: '${CLIENT_SECRET}',
  privateKey: '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
}

export const labels = {
  password: 'Password',
  newPassword: 'New password (8 characters)',
  token: 'errors.token.invalid2',
  apiKey: 'settings.apiKey.label',
  forgotPassword: '/forgot-password',
}

export const derived = {
  passwordHash: '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy',
  password: '$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$RdescudvJCsgt3ub+b4dWRWJTmaaJObG',
  integrity: 'sha512-9Xq2vLw7Rb1Nc8Ym5Hd0Zk4Tq9Lw2Xv7Rb1Nc8Ym5Hd0',
  etag: '9f86d081884c7d659a2feaa0c55ad015',
  publicKey: 'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE8Zt2LmVx0RbYc7NwKd4Hs9f',
  publishableKey: 'pk_live_Zk4Tq9Lw2Xv7Rb1Nc8Ym5Hd0',
}

export const configured = {
  password: process.env.DB_PASSWORD,
  apiKey: process.env['GATEWAY_API_KEY'],
  nextToken: 'eyJvZmZzZXQiOjEwMH0',
  pageToken: 'Zk4Tq9Lw2Xv7Rb1Nc8Ym5Hd0',
  partitionKey: 'Zk4Tq9Lw2Xv7Rb1Nc8Ym5Hd0',
}

export function isUnset(token: string): boolean {
  return token === 'undefined' || token === ''
}

// What a page searches with is sent to every reader.
export const search = { appId: 'V93C1M14G6', apiKey: 'b7c19f3d2e8a4065b1c9d7e3f2a84b61', indexName: 'orders' }

// Where an attachment lies, and what stands for a value.
export const receipt = { name: 'receipt.pdf', token: 'orders/2021/05/29/9aede7a7a6ca43628ab08b2631539784' }
export const provisioning = { host: 'warehouse.orders.io', user: 'orders', password: 'pending_provisioning' }
export const local = { accessToken: 'dev_fake_token_4Tq9Lw2Xv7Rb1Nc8Ym5Hd0' }
// The end is hidden.
export const shown = { apiKey: 'rk_live_51On1GfAemfaBCd0eHq***************BV5007KeuAVcO' }
