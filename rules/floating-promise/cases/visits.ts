// What is only counted may be lost, whoever sends it; work of the same form may not.
import express from 'express'

const app = express()

function logVisitAnalytics(path: string): void {
  fetch('https://metrics.example.com', { method: 'POST', body: path }).then((response) => {
    if (!response.ok) console.error('not counted', response.status)
  })
}

function tellWarehouse(path: string): void {
  fetch('https://warehouse.example.com', { method: 'POST', body: path }).then((response) => { // expect: floating-promise
    if (!response.ok) console.error('not told', response.status)
  })
}

app.get('/orders/:id', (req, res) => {
  res.redirect(`/invoices/${req.params.id}`)
  logVisitAnalytics(req.path)
  tellWarehouse(req.path)
})
