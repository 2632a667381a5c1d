const db = require('../db')

exports.find = (id) => db('trainers').where({ id }).first()
exports.insert = (row) => db('trainers').insert(row)
exports.remove = (id) => db('trainers').where({ id }).del()
