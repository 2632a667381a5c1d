import { ApolloServer } from '@apollo/server'
import { GraphQLEnumType, GraphQLInputObjectType, GraphQLNonNull, GraphQLObjectType, GraphQLString } from 'graphql'
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

// Arguments that can only be values of an enum, whether code or a schema says so.
const SeatSort = new GraphQLEnumType({ name: 'SeatSort', values: { ASC: {}, DESC: {} } })
const Order = new GraphQLInputObjectType({ name: 'Order', fields: () => ({ direction: { type: new GraphQLNonNull(SeatSort) }, field: { type: GraphQLString } }) })
const paging = { sort: { type: SeatSort }, order: { type: Order } }

const inHall = (args: any) => db.query(`SELECT id FROM seats ORDER BY id ${args.sort}`)

export const seatsQuery = {
  type: GraphQLString,
  args: { hall: { type: GraphQLString }, ...paging },
  resolve: async (_: unknown, args: any) => {
    await db.query(`SELECT id FROM seats WHERE hall = '${args.hall}'`) // expect: sql-injection
    await db.query(`SELECT id FROM seats ORDER BY ${args.order.field}`) // expect: sql-injection
    await db.query(`SELECT id FROM seats ORDER BY id ${args.order.direction}`)
    return inHall(args)
  },
}

export const Root = new GraphQLObjectType({ name: 'Query', fields: { seats: seatsQuery } })

const typeDefs = /* GraphQL */ `
  enum TicketSort { PRICE DATE }
  type Query { tickets(sort: TicketSort!, city: String): [ID] }
`
const ticketResolvers = {
  Query: {
    tickets: async (_: unknown, args: { sort: string; city: string }) => {
      await db.query(`SELECT id FROM tickets WHERE city = '${args.city}'`) // expect: sql-injection
      return db.query(`SELECT id FROM tickets ORDER BY ${args.sort}`)
    },
  },
}
export const tickets = new ApolloServer({ typeDefs, resolvers: ticketResolvers })

@Resolver()
export class SeatResolver {
  @Query(() => [String])
  async seats(@Arg('hall', () => String) hall: string) {
    return db.query(`SELECT id FROM seats WHERE hall = '${hall}'`) // expect: sql-injection
  }
}
