// Files that are loaded by name: `require(file)(app)` for every file of a folder. What comes by the application is known by its name.
const pool = require('../pool')

const search = async (req, res) => {
  res.json(await pool.query('SELECT id FROM orders WHERE note = $1 LIMIT 20', [req.query.q]))
}

module.exports = function (app) {
  const auth = app.auth.bearer.middleware
  const b = app.auth.bearer

  app.get('/orders/search', auth, search)
  app.get('/invoices/search', b(search))
  app.get('/articles/search', search) // expect: missing-rate-limit
  // Nobody uploads anything here.
  app.delete('/articles/upload', async (req, res) => {
    await pool.query('DELETE FROM articles WHERE id = $1', [req.query.id])
    res.end()
  })
  if (process.env.NODE_ENV === 'development') {
    app.post('/auth/token', async (req, res) => res.json({ token: 'of a developer' }))
  }
}
