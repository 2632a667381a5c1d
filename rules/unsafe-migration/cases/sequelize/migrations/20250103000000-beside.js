'use strict'

module.exports = {
  async up(queryInterface) {
    await queryInterface.addIndex('posts', ['views'], { concurrently: true })
    await queryInterface.addIndex('posts', { fields: ['views', 'title'], name: 'posts_views_title', concurrently: true })
  },

  async down(queryInterface) {
    await queryInterface.removeIndex('posts', ['views'])
  },
}
