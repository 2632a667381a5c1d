import { ApolloServer } from '@apollo/server'
import bcrypt from 'bcrypt'
import { RateLimiterMemory } from 'rate-limiter-flexible'

const attempts = new RateLimiterMemory({ points: 5, duration: 60 })

const resolvers = {
  Query: { me: () => ({ id: 1 }) },
  Mutation: {
    signIn: async (_: unknown, { email, password }: { email: string; password: string }) => bcrypt.compare(password, email), // expect: missing-rate-limit
    requestPasswordReset: (_: unknown, { email }: { email: string }) => email.length > 3,
    verifyOtp: (_: unknown, { code }: { code: string }) => code.length === 6,
    register: async (_: unknown, { email }: { email: string }) => {
      await attempts.consume(email)
      return true
    },
  },
}

const typeDefs = /* GraphQL */ `
  type Query { me: ID }
  type Mutation {
    signIn(email: String, password: String): Boolean
    verifyOtp(
      code: String
    ): Boolean @rateLimit(limit: 5, duration: 60)
  }
`

export const server = new ApolloServer({ typeDefs, resolvers })

// What nobody has written yet changes nothing.
const unwritten = {
  Mutation: {
    resetPassword(_: unknown, _args: { email: string }) {
      return false
    },
  },
}

const written = {
  Mutation: {
    resetPassword: async (_: unknown, { email, password }: { email: string; password: string }) => bcrypt.hash(password, email.length), // expect: missing-rate-limit
  },
}

export const later = [new ApolloServer({ typeDefs, resolvers: unwritten }), new ApolloServer({ typeDefs, resolvers: written })]
