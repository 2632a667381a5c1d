const express = require('express')
const wallets = require('../services/wallet.service')

const router = express.Router()

router.post('/wallets/:id/top-ups', (req, res) => wallets.topUp(req, res))
router.post('/payouts/:id/approve', async (req, res) => {
  await wallets.approve({ id: req.params.id }, 'a')
  res.end()
})

module.exports = router
