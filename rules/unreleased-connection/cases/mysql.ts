import mysql, { type PoolConnection } from 'mysql2/promise'

const pool = mysql.createPool({ host: 'localhost' })

export async function pay(id: number) {
  const connection = await pool.getConnection() // expect: unreleased-connection
  await connection.beginTransaction()
  await connection.query('UPDATE orders SET paid = 1 WHERE id = ?', [id])
  await connection.commit()
  connection.release()
}

export async function refund(id: number) {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    await connection.query('UPDATE orders SET paid = 0 WHERE id = ?', [id])
    await connection.commit()
  } catch (error) {
    await connection.rollback()
    throw error
  } finally {
    pool.releaseConnection(connection)
  }
}

/** Undoes what it is given, and never fails itself. */
async function undo(connection: PoolConnection): Promise<void> {
  try {
    await connection.rollback()
  } catch (error) {
    console.warn(error)
  }
}

async function note(connection: PoolConnection): Promise<void> {
  console.warn('not settled', connection.threadId)
}

export async function settle(id: number) {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction()
    await connection.query('UPDATE invoices SET settled = 1 WHERE id = ?', [id])
    await connection.commit()
  } catch (error) {
    await undo(connection)
    throw error
  } finally {
    connection.release()
  }
}

export async function unsettle(id: number) {
  const connection = await pool.getConnection()
  try {
    await connection.beginTransaction() // expect: unreleased-connection
    await connection.query('UPDATE invoices SET settled = 0 WHERE id = ?', [id])
    await connection.commit()
  } catch (error) {
    await note(connection)
    throw error
  } finally {
    connection.release()
  }
}
