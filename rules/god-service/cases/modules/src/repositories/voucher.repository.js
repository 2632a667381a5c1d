const db = require('../db')

exports.find = (id) => db('vouchers').where({ id }).first()
exports.insert = (row) => db('vouchers').insert(row)
exports.remove = (id) => db('vouchers').where({ id }).del()
