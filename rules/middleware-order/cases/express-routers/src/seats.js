const { Router } = require('express')
const knex = require('knex')({ client: 'pg' })

const router = Router()

router.get('/', (req, res, next) => {
  knex('seats').limit(20).then((rows) => res.json(rows)).catch(next)
})
router.post('/:id/take', (req, res, next) => {
  knex('seats').where({ id: req.params.id }).update({ taken: true }).then(() => res.sendStatus(204)).catch(next)
})

module.exports = router
