module.exports = function (app) {
  app.post('/api/auth/signup', (req, res) => res.end()) // expect: missing-rate-limit
  app.post('/api/auth/signin', (req, res) => res.end())
}
