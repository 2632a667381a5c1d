// Version 3 catches what fails in a task, and tells nobody.
import cron from 'node-cron'
import { Pool } from 'pg'

const pool = new Pool()

// It never hears of what the scheduler has caught.
process.on('unhandledRejection', (error) => console.error(error))

cron.schedule('0 * * * *', async () => { // expect: unhandled-async-error
  await pool.query('UPDATE invoices SET sent = true WHERE sent = false')
})

cron.schedule('5 * * * *', async () => {
  try {
    await pool.query('DELETE FROM invoices WHERE void')
  } catch (error) {
    console.error('void invoices were kept', error)
  }
})
