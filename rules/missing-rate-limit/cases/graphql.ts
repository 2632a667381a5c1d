import { ApolloServer } from '@apollo/server'
import bcrypt from 'bcrypt'
import { RateLimiterMemory } from 'rate-limiter-flexible'

const attempts = new RateLimiterMemory({ points: 5, duration: 60 })

const resolvers = {
  Query: { me: () => ({ id: 1 }) },
  Mutation: {
    signIn: async (_: unknown, { email, password }: { email: string; password: string }) => bcrypt.compare(password, email), // expect: missing-rate-limit
    requestPasswordReset: (_: unknown, { email }: { email: string }) => email.length > 3,
    register: async (_: unknown, { email }: { email: string }) => {
      await attempts.consume(email)
      return true
    },
  },
}

export const server = new ApolloServer({ typeDefs: 'type Query { me: ID }', resolvers })
