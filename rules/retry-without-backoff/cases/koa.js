const axios = require('axios')
const nodemailer = require('nodemailer')
const promiseRetry = require('promise-retry')

const mail = nodemailer.createTransport({ host: 'mail.example.com' })
const DELAY = 500

class SupplierClient {
  async order(lines) {
    let attempts = 0
    while (attempts < 3) { // expect: retry-without-backoff
      try {
        const response = await axios.put('https://supplier.example.com/orders/1', lines)
        return response.data
      } catch (error) {
        attempts += 1
        await new Promise((resolve) => setTimeout(resolve, DELAY))
      }
    }
    throw new Error('supplier is down')
  }

  stock() {
    return promiseRetry((again) => axios.get('https://supplier.example.com/stock').catch(again), { retries: 3, randomize: true, maxTimeout: 2000 })
  }

  confirm(to) {
    return promiseRetry((again) => mail.sendMail({ to, subject: 'Confirmed' }).catch(again), { retries: 3, randomize: true, maxTimeout: 2000 }) // expect: retry-without-backoff
  }
}

module.exports = { SupplierClient }
