'use strict'

module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.addColumn('users', 'role', { type: Sequelize.STRING }, { transaction })
      await queryInterface.sequelize.query('UPDATE users SET role = name', { transaction }) // expect: unsafe-migration
      await queryInterface.sequelize.query('CREATE INDEX CONCURRENTLY users_role ON users (role)', { transaction }) // expect: unsafe-migration
    })
  },

  async down() {},
}
