import express from 'express'
import { MongoClient, ObjectId } from 'mongodb'

const client = new MongoClient('mongodb://localhost')
const jobs = client.db('work').collection('jobs')
const app = express()

const MOST_RUNS = 100

// What was read stays as it is, and another document begins with what it says.
app.post('/jobs/:id/again', async (req, res) => {
  const job = await jobs.findOne({ _id: new ObjectId(req.params.id) })
  if (!job) return res.sendStatus(404)
  job._id = new ObjectId()
  job.runs += 1
  if (job.runs > MOST_RUNS) job.runs = MOST_RUNS
  await jobs.insertOne(job)
  res.sendStatus(201)
})

// The number of the document that was read goes on.
app.post('/jobs/:id/runs', async (req, res) => {
  const job = await jobs.findOne({ _id: new ObjectId(req.params.id) }) // expect: check-then-act
  if (!job) return res.sendStatus(404)
  job.runs += 1
  if (job.runs > MOST_RUNS) job.runs = MOST_RUNS
  await jobs.replaceOne({ _id: job._id }, job)
  res.sendStatus(204)
})
