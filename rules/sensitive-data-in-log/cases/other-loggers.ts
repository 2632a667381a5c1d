import { consola } from 'consola'
import log4js from 'log4js'
import log from 'loglevel'
import { Logger } from 'tslog'
import winston from 'winston'
import createDebug from 'debug'

const hideSecrets = winston.format((info) => {
  if (info.apiKey) info.apiKey = '***'
  delete info.password
  return info
})
const guarded = winston.createLogger({ format: winston.format.combine(hideSecrets(), winston.format.json()) })
const open = winston.createLogger({ format: winston.format.json() })
const masked = new Logger({ maskValuesOfKeys: ['refreshToken'] } as object)
const other = log4js.getLogger('invoices')
const debug = createDebug('invoices')

export function connect(apiKey: string, refreshToken: string, password: string): void {
  guarded.info('connecting', { apiKey })
  guarded.info('connecting', { password })
  guarded.info('connecting', { refreshToken }) // expect: sensitive-data-in-log
  open.info('connecting', { apiKey }) // expect: sensitive-data-in-log
  open.log('info', 'connecting', { password }) // expect: sensitive-data-in-log
  masked.info({ refreshToken })
  masked.info({ password })
  masked.info({ apiKey }) // expect: sensitive-data-in-log
  consola.info('connecting', apiKey) // expect: sensitive-data-in-log
  consola.success('connected')
  other.info('connecting with', password) // expect: sensitive-data-in-log
  log.warn('connecting with', password) // expect: sensitive-data-in-log
  log.warn('connecting with the password of', 'invoices')
  debug('connecting with %s', refreshToken) // expect: sensitive-data-in-log
}

// Nothing is written unless a developer asks for it; what is inside is not known.
export function greet(user: any) {
  debug('greeting', user) // expect-low: sensitive-data-in-log
  log.info('greeting', user) // expect: sensitive-data-in-log
}
