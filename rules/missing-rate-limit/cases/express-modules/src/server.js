const express = require('express')
const rateLimit = require('express-rate-limit')

const app = express()
app.use(express.json())
require('./routes/auth.routes')(app)
app.use('/api/customers', rateLimit({ windowMs: 60000 }), require('./routes/customers'))
app.listen(8080)
