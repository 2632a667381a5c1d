const door = require('../clients/door')
const memberRepository = require('../repositories/member.repository')
const classRepository = require('../repositories/class.repository')
const roomRepository = require('../repositories/room.repository')
const trainerRepository = require('../repositories/trainer.repository')
const voucherRepository = require('../repositories/voucher.repository')

exports.addMember = async (row) => memberRepository.insert(row) // expect: god-service

exports.getMember = async (id) => memberRepository.find(id)

exports.removeMember = async (id) => {
  await memberRepository.remove(id)
}

exports.addClass = async (row) => classRepository.insert(row)

exports.getClass = async (id) => classRepository.find(id)

exports.removeClass = async (id) => {
  await classRepository.remove(id)
}

exports.addRoom = async (row) => roomRepository.insert(row)

exports.getRoom = async (id) => roomRepository.find(id)

exports.removeRoom = async (id) => {
  await door.open(id)
  await roomRepository.remove(id)
}

exports.addTrainer = async (row) => trainerRepository.insert(row)

exports.getTrainer = async (id) => trainerRepository.find(id)

exports.removeTrainer = async (id) => {
  await trainerRepository.remove(id)
}

exports.addVoucher = async (row) => voucherRepository.insert(row)

exports.getVoucher = async (id) => voucherRepository.find(id)

exports.removeVoucher = async (id) => {
  await voucherRepository.remove(id)
}
