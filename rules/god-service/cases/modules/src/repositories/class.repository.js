const db = require('../db')

exports.find = (id) => db('classes').where({ id }).first()
exports.insert = (row) => db('classes').insert(row)
exports.remove = (id) => db('classes').where({ id }).del()
