const { Router } = require('express')

const router = Router()

router.post('/', (req, res) => {
  res.json({ name: req.body.name })
})

module.exports = router
