const express = require('express')
const shops = require('./shops')

const app = express()
app.use(express.json())
app.get('/shops', shops.inCity)
app.post('/shops', shops.ofOwner)
app.listen(3000)
