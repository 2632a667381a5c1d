const db = require('../db')

exports.find = (id) => db('members').where({ id }).first()
exports.insert = (row) => db('members').insert(row)
exports.remove = (id) => db('members').where({ id }).del()
