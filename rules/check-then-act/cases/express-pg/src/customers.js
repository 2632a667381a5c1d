const pool = require('./pool')
exports.findCustomer = async (id) => {
  const { rows } = await pool.query('SELECT id, email, points FROM customers WHERE id = $1', [id])
  return rows[0]
}
exports.setPoints = (id, points) => pool.query('UPDATE customers SET points = $1 WHERE id = $2', [points, id])
exports.takePoints = (id, points) => pool.query('UPDATE customers SET points = points - $1 WHERE id = $2', [points, id])
