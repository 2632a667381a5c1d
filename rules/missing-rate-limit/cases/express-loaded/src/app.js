const fs = require('fs')
const path = require('path')
const express = require('express')

const app = express()
const folder = path.join(__dirname, 'controllers')
for (const file of fs.readdirSync(folder)) require(path.join(folder, file))(app)

app.listen(3000)
