// DynamoDB: items as rows, changes as text, and conditions that the write repeats.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, GetCommand, PutCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import express from 'express'

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}))
const TABLES = { wallets: process.env['WALLETS'] ?? 'wallets' }

interface Wallet {
  id: string
  balance: number
  version: number
}

class Wallets {
  async find(id: string): Promise<Wallet | undefined> {
    const { Item } = await documents.send(new GetCommand({ TableName: TABLES.wallets, Key: { id } }))
    return Item as Wallet | undefined
  }
  async save(wallet: Wallet) {
    await documents.send(new PutCommand({ TableName: TABLES.wallets, Item: wallet }))
  }
  async setBalance(id: string, balance: number) {
    await documents.send(new UpdateCommand({ TableName: TABLES.wallets, Key: { id }, UpdateExpression: 'SET balance = :balance', ExpressionAttributeValues: { ':balance': balance } }))
  }
  async charge(id: string, amount: number) {
    await documents.send(
      new UpdateCommand({
        TableName: TABLES.wallets,
        Key: { id },
        UpdateExpression: 'SET balance = balance - :amount',
        ConditionExpression: 'balance >= :amount',
        ExpressionAttributeValues: { ':amount': amount },
      }),
    )
  }
  async all() {
    const { Items } = await documents.send(new ScanCommand({ TableName: TABLES.wallets })) // expect: unbounded-query
    return Items ?? []
  }
  async some() {
    const { Items } = await documents.send(new ScanCommand({ TableName: TABLES.wallets, Limit: 50 }))
    return Items ?? []
  }
}

const wallets = new Wallets()

export async function pay(id: string, amount: number) {
  const wallet = await wallets.find(id)
  if (!wallet || wallet.balance < amount) throw new Error('too little')
  wallet.balance = wallet.balance - amount
  await wallets.save(wallet) // expect: check-then-act
}

export async function refill(id: string, amount: number) {
  const wallet = await wallets.find(id)
  if (!wallet) throw new Error('unknown')
  await wallets.setBalance(id, wallet.balance + amount) // expect: check-then-act
}

/** The database computes and repeats the test. */
export async function payAtOnce(id: string, amount: number) {
  const wallet = await wallets.find(id)
  if (!wallet || wallet.balance < amount) throw new Error('too little')
  await wallets.charge(id, amount)
}

/** Written only if nobody wrote in between. */
export async function payByVersion(id: string, amount: number) {
  const wallet = await wallets.find(id)
  if (!wallet || wallet.balance < amount) throw new Error('too little')
  const Item = { ...wallet, balance: wallet.balance - amount, version: wallet.version + 1 }
  await documents.send(new PutCommand({ TableName: TABLES.wallets, Item, ConditionExpression: 'version = :version', ExpressionAttributeValues: { ':version': wallet.version } }))
}

const app = express()
app.get('/wallets', async (_req, res) => {
  res.json([await wallets.all(), await wallets.some()])
})
app.post('/pay', async (req, res) => {
  await pay(String(req.query['id']), Number(req.query['amount']))
  await refill(String(req.query['id']), Number(req.query['amount']))
  await payAtOnce(String(req.query['id']), Number(req.query['amount']))
  await payByVersion(String(req.query['id']), Number(req.query['amount']))
  res.json({})
})
