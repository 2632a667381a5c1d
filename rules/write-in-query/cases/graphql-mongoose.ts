import { ApolloServer } from '@apollo/server'
import mongoose from 'mongoose'

const Booking = mongoose.model('Booking', new mongoose.Schema({ guest: String, status: String }))

const typeDefs = `
  type Booking { id: ID!, guest: String }
  type Query { booking(id: ID!): Booking, releaseBooking(id: ID!): Booking }
  type Mutation { cancelBooking(id: ID!): Booking }
`

const resolvers = {
  Query: {
    booking: (_: unknown, { id }: { id: string }) => Booking.findById(id),
    releaseBooking: async (_: unknown, { id }: { id: string }) => {
      return Booking.findByIdAndUpdate(id, { status: 'released' }) // expect: write-in-query
    },
  },
  Mutation: {
    cancelBooking: (_: unknown, { id }: { id: string }) => Booking.findByIdAndUpdate(id, { status: 'cancelled' }),
  },
}

export const server = new ApolloServer({ typeDefs, resolvers })
