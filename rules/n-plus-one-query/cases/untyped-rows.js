const express = require('express')
const { Model } = require('objection')

class Step extends Model {
  static get tableName() {
    return 'steps'
  }
}

class Flow extends Model {
  static get tableName() {
    return 'flows'
  }

  // Nothing is known of what is given; no other package has such members.
  async renumber(start, steps) {
    await Promise.all(steps.map((step, index) => step.$query().patch({ position: start + index }))) // expect: n-plus-one-query
  }
}

async function copy(flow, steps) {
  for (const { key } of steps) await flow.$relatedQuery('steps').insert({ key }) // expect: n-plus-one-query
}

const app = express()
app.post('/flows/:id/copy', async (req, res) => {
  const flow = await Flow.query().findById(req.params.id)
  const steps = await Step.query().where({ flow_id: flow.id })
  await flow.renumber(1, steps)
  await copy(flow, steps)
  res.json(flow)
})
module.exports = app
