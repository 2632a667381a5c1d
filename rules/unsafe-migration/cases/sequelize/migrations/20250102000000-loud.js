'use strict'

module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.addIndex('posts', ['authorId']) // expect: unsafe-migration
    await queryInterface.addColumn('posts', 'slug', { type: Sequelize.STRING, allowNull: false }) // expect: unsafe-migration
    await queryInterface.addColumn('posts', 'views', { type: Sequelize.INTEGER, allowNull: false, defaultValue: 0 })
    await queryInterface.changeColumn('posts', 'title', { type: Sequelize.TEXT })
    await queryInterface.addConstraint('posts', { fields: ['authorId'], type: 'foreign key', references: { table: 'users', field: 'id' } }) // expect: unsafe-migration
    await queryInterface.bulkUpdate('users', { active: true }, {}) // expect: unsafe-migration
    await queryInterface.sequelize.query('DELETE FROM votes') // expect: unsafe-migration
  },

  async down(queryInterface) {
    await queryInterface.removeColumn('posts', 'slug')
  },
}
