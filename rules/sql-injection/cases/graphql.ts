import { ApolloServer } from '@apollo/server'
import mysql from 'mysql2/promise'
import { Arg, Query, Resolver } from 'type-graphql'

const db = mysql.createPool({ uri: process.env.DATABASE_URL })

const resolvers = {
  Query: {
    orders: async (_: unknown, args: { status: string }) => {
      const [rows] = await db.query(`SELECT id FROM orders WHERE status = '${args.status}'`) // expect: sql-injection
      return rows
    },
    invoices: async (_: unknown, { number }: { number: string }) => db.query('SELECT id FROM invoices WHERE number = "' + number + '"'), // expect: sql-injection
    wallet: async (_: unknown, { owner }: { owner: string }) => db.query('SELECT id FROM wallets WHERE owner = ?', [owner]),
  },
  Mutation: {
    async note(_parent: unknown, { input }: { input: { text: string } }) {
      return db.query(`INSERT INTO notes (text) VALUES ('${input.text}')`) // expect: sql-injection
    },
  },
}

export const server = new ApolloServer({ typeDefs: 'type Query { orders(status: String): [ID] }', resolvers })

@Resolver()
export class SeatResolver {
  @Query(() => [String])
  async seats(@Arg('hall', () => String) hall: string) {
    return db.query(`SELECT id FROM seats WHERE hall = '${hall}'`) // expect: sql-injection
  }
}
