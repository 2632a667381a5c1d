import express from 'express'
import axios from 'axios'

axios.defaults.timeout = 5000

const app = express()

app.get('/rates', async (req, res) => {
  const rates = await axios.get('https://rates.example.com/latest')
  res.json(rates.data)
})
