const db = require('../db')

exports.find = (id) => db('rooms').where({ id }).first()
exports.insert = (row) => db('rooms').insert(row)
exports.remove = (id) => db('rooms').where({ id }).del()
