const { S3Client, GetObjectCommand } = require('@aws-sdk/client-s3')
const { createBuilder } = require('seat-schema')
const mongoose = require('mongoose')

const files = new S3Client({})
const seatSchema = new mongoose.Schema({ row: String, hall: { type: mongoose.Schema.Types.ObjectId, ref: 'Hall' } })

// A query that is sent later.
seatSchema.pre(/^find/, function (next) {
  this.populate({ path: 'hall' })
  next()
})

// A row that is there.
seatSchema.pre('save', function (next) {
  this.populate('hall') // expect: floating-promise
  next()
})

function answer(done) {
  return (error, file) => done(error, file && file.Body)
}

// What is called makes the function that is given the error.
exports.plan = (key) => new Promise((resolve, reject) => files.send(new GetObjectCommand({ Bucket: 'plans', Key: key }), answer((error, file) => (error ? reject(error) : resolve(file)))))

// A builder of nobody knows what.
exports.rename = (schema) => {
  const builder = createBuilder(schema)
  builder.model('Seat').then((seat) => {
    seat.name = 'Chair'
  })
  return builder.print()
}

exports.Seat = mongoose.model('Seat', seatSchema)
