const express = require('express')

const app = express()
require('./routes/orders')(app)
app.listen(3000)
