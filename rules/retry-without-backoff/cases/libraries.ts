import retry from 'async-retry'
import axios from 'axios'
import axiosRetry from 'axios-retry'
import { Queue } from 'bullmq'
import { backOff } from 'exponential-backoff'
import pRetry from 'p-retry'
import { ConstantBackoff, ExponentialBackoff, handleAll, retry as policy } from 'cockatiel'

const queue = new Queue('invoices')
const plain = axios.create({ timeout: 1000 })
const patient = axios.create({ timeout: 1000 })
const stubborn = axios.create({ timeout: 1000 })

axiosRetry(plain, { retries: 3 }) // expect: retry-without-backoff
axiosRetry(patient, { retries: 3, retryDelay: axiosRetry.exponentialDelay })
axiosRetry(stubborn, { retries: 3, retryDelay: axiosRetry.exponentialDelay, retryCondition: () => true }) // expect: retry-without-backoff

export const immediate = policy(handleAll, { maxAttempts: 3 }) // expect: retry-without-backoff
export const constant = policy(handleAll, { maxAttempts: 3, backoff: new ConstantBackoff(100) }) // expect: retry-without-backoff
export const growing = policy(handleAll, { maxAttempts: 3, backoff: new ExponentialBackoff() })

const load = () => fetch('https://rates.example.com', { signal: AbortSignal.timeout(1000) })

export async function rates(): Promise<void> {
  await pRetry(load, { retries: 3, randomize: true, maxTimeout: 5000, shouldRetry: ({ error }) => error.message !== 'bad' })
  await pRetry(load, { retries: 3, factor: 1, minTimeout: 1000 }) // expect: retry-without-backoff
  await retry(load, { retries: 3, minTimeout: 0 }) // expect: retry-without-backoff
  await retry(load, { retries: 3, randomize: true, maxTimeout: 5000 })
  await backOff(load, { numOfAttempts: 3, jitter: 'full', maxDelay: 5000 })
}

export async function enqueue(id: string): Promise<void> {
  await queue.add('send', { id }, { attempts: 5 }) // expect: retry-without-backoff
  await queue.add('send', { id }, { attempts: 5, backoff: { type: 'exponential', delay: 1000 } })
  await queue.add('send', { id })
  await queue.add('send', { id }, { attempts: 1 })
}
