import type { APIGatewayProxyEvent, SQSEvent } from 'aws-lambda'
import bcrypt from 'bcrypt'

export const login = async (event: APIGatewayProxyEvent) => { // expect: missing-rate-limit
  const { hash, password } = JSON.parse(event.body ?? '{}') as { hash: string; password: string }
  return { statusCode: (await bcrypt.compare(password, hash)) ? 200 : 401, body: '' }
}

export const register = async (event: SQSEvent) => event.Records.length
