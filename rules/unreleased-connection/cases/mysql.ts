import mysql from 'mysql2/promise'

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
