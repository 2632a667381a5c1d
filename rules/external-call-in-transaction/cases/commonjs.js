const axios = require('axios').default
const { Sequelize, DataTypes } = require('sequelize')

const sequelize = new Sequelize('postgres://localhost/hotel')
const Room = sequelize.define('Room', { number: DataTypes.STRING, free: DataTypes.INTEGER })
const channel = axios.create({ baseURL: 'https://channel.example.com', timeout: 2000 })

function announce(room) {
  return channel.put(`/rooms/${room.number}`, { free: room.free })
}

// What the callback returns is known to nobody, and it is a callback all the same.
exports.release = (number, models = require('./' + 'models')) =>
  sequelize.transaction((transaction) =>
    models.Room.update({ free: 1 }, { where: { number }, transaction })
      .then(() => Room.findOne({ where: { number }, transaction }))
      .then((room) => announce(room)), // expect: external-call-in-transaction
  )

exports.releaseFirst = (number) =>
  sequelize
    .transaction((transaction) => Room.update({ free: 1 }, { where: { number }, transaction }))
    .then(() => Room.findOne({ where: { number } }))
    .then((room) => announce(room))
