const wrap = require('./untold')

module.exports = function createLooseCheck(pool) {
  return wrap(async (req, res, next) => {
    const { rows } = await pool.query('select * from seats where id = $1', [req.params.id])
    req.seat = rows[0]
    next()
  })
}
