import express from 'express'

const app = express()
app.post('/login', (_req, res) => void res.end())
