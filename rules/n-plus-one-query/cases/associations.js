const { DataTypes, Sequelize } = require('sequelize')

const sequelize = new Sequelize('sqlite::memory:')
const Author = sequelize.define('Author', { name: DataTypes.STRING })
const Book = sequelize.define('Book', { title: DataTypes.STRING })
const Country = sequelize.define('Country', { code: DataTypes.STRING })
Author.hasMany(Book)
Book.belongsTo(Author)
Author.belongsTo(Country, { as: 'home' })

// Nothing declares the members that an association adds.
exports.withBooks = async () => {
  const authors = await Author.findAll({ limit: 10 })
  const found = []
  for (const author of authors) {
    found.push(await author.getBooks()) // expect: n-plus-one-query
  }
  await Promise.all(authors.map((author) => author.getHome())) // expect: n-plus-one-query
  return found
}

// Loaded with the authors.
exports.together = async () => {
  const authors = await Author.findAll({ limit: 10, include: [Book, 'home'] })
  return authors.map((author) => author.Books)
}
