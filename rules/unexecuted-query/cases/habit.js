const mongoose = require('mongoose')

const ErrorLog = mongoose.model('ErrorLog', new mongoose.Schema({ name: String, message: String }))

exports.first = (error) => {
  ErrorLog.findOneAndUpdate({ name: 'first' }, { message: error.message }, { upsert: true }) // expect: unexecuted-query
}
exports.second = (error) => {
  ErrorLog.findOneAndUpdate({ name: 'second' }, { message: error.message }, { upsert: true })
}
exports.third = (error) => {
  ErrorLog.findOneAndUpdate({ name: 'third' }, { message: error.message }, { upsert: true })
}
exports.fourth = (error) => {
  ErrorLog.findOneAndUpdate({ name: 'fourth' }, { message: error.message }, { upsert: true })
}

// Mongoose before 7 runs what is given a callback, wherever the chain goes on.
exports.find = (req, res) => {
  ErrorLog.findOne({ name: String(req.params.name) }, (error, found) => {
    if (error) return res.status(500).end()
    res.json(found)
  }).select('message')
}
