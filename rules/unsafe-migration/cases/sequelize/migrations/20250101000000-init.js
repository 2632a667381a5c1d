'use strict'

module.exports = {
  up: async (queryInterface, Sequelize) => {
    await queryInterface.createTable('posts', { id: { type: Sequelize.UUID, primaryKey: true }, title: { type: Sequelize.STRING, allowNull: false } })
    await queryInterface.addIndex('posts', ['title'])
  },
  down: async (queryInterface) => {
    await queryInterface.dropTable('posts')
  },
}
