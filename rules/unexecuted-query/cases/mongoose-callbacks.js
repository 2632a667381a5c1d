const express = require('express')
const mongoose = require('mongoose')

const Invoice = mongoose.model('Invoice', new mongoose.Schema({ paid: Boolean }))
const app = express()

// A callback runs the query, as it did until Mongoose 6.
app.get('/invoices', (req, res, next) => {
  Invoice.find({ paid: false }, (error, invoices) => {
    if (error) return next(error)
    res.json(invoices)
  })
})

app.post('/invoices/:id/remind', (req, res) => {
  Invoice.findByIdAndUpdate(req.params.id, { reminded: true }) // expect: unexecuted-query
  res.sendStatus(202)
})
