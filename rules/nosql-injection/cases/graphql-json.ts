// Arguments of a GraphQL server are what the schema says, but for scalars that are anything.
import { ApolloServer } from '@apollo/server'
import { model, Schema } from 'mongoose'

const Invoice = model('Invoice', new Schema({ code: String, owner: String }))

const typeDefs = `#graphql
  scalar JSON
  type Invoice { code: String owner: String }
  type Query {
    invoices(where: JSON): [Invoice!]!
    byOwner(owner: String!): [Invoice!]!
  }
`

const resolvers = {
  Query: {
    invoices: (_: unknown, { where }: { where: any }) => Invoice.find(where).limit(20), // expect: nosql-injection
    byOwner: (_: unknown, args: { owner: string }) => Invoice.find({ owner: args.owner }).limit(20),
  },
}

export const server = new ApolloServer({ typeDefs, resolvers })
