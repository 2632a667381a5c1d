const { ApolloServer, gql } = require('apollo-server')
const DataLoader = require('dataloader')
const knex = require('knex')({ client: 'pg' })

const typeDefs = gql`
  type Author { id: ID! name: String }
  type Publisher { id: ID! name: String }
  type Book { id: ID! title: String author: Author publisher: Publisher }
  type Library { name: String city: String books: [Book] }
  type Query { library: Library }
`

const resolvers = {
  Query: {
    library: () => ({ name: 'central' }),
  },
  // There is one library in an answer.
  Library: {
    books: () => knex('books').limit(50),
    city: (library) => library.name,
  },
  Book: {
    author: (book) => knex('authors').where({ id: book.author_id }).first(), // expect: n-plus-one-query
    publisher: (book, _args, { publishers }) => publishers.load(book.publisher_id),
  },
}

exports.server = new ApolloServer({
  typeDefs,
  resolvers,
  context: () => ({ publishers: new DataLoader((ids) => knex('publishers').whereIn('id', ids)) }),
})
