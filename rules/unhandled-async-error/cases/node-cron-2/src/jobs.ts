// Version 2 writes down what fails in a task.
import cron from 'node-cron'
import { Pool } from 'pg'

const pool = new Pool()

cron.schedule('0 * * * *', async () => {
  await pool.query('UPDATE invoices SET sent = true WHERE sent = false')
})
