const router = require('express').Router()

router.post('/login', (req, res) => res.end())

module.exports = router
