import { registerAs } from '@nestjs/config'

// A file of settings is part of the program.
export default registerAs('auth', () => ({
  jwt: {
    secret: process.env.JWT_SECRET ?? '533Cr3tK3yF0rS1gn1ngOrd3r$', // expect: hardcoded-secret
    expiresIn: '20d',
  },
  database: { password: process.env.DATABASE_PASSWORD },
}))
