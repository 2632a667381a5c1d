import { readFileSync } from 'node:fs'
import type { APIGatewayProxyHandler } from 'aws-lambda'

const page = readFileSync('page.html', 'utf8')

// A process of this platform is given one event at a time.
export const handler: APIGatewayProxyHandler = async (event) => {
  const part = readFileSync(`parts/${event.pathParameters?.name}.html`, 'utf8') // expect-low: blocking-call
  return { statusCode: 200, body: page + part }
}
