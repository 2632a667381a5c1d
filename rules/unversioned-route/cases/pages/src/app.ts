import express from 'express'

// A server that shows pages has browsers for clients, which it serves the next page to.
const app = express()
app.get('/', (req, res) => res.render('home'))
app.get('/orders', (req, res) => res.render('orders'))
app.get('/orders/:id', (req, res) => res.render('order'))
app.post('/orders', (req, res) => res.redirect('/orders'))
app.get('/account', (req, res) => res.render('account'))
app.post('/account', (req, res) => res.redirect('/account'))
app.post('/account/mail', (req, res, next) => {
  Promise.resolve(req.body)
    .then(() => res.redirect('/account'))
    .catch(next)
})
app.options('/orders', (req, res) => res.sendStatus(204))
app.get('/seats', (req, res) => res.json([]))
app.get('/search.json', (req, res) => res.json([]))

app.listen(3000)
