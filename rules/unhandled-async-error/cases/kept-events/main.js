const plugin = require('./plugin')
const start = require('./program')

start([plugin]).catch((error) => {
  console.error(error)
  process.exit(1)
})
