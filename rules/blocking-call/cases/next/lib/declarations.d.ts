declare module 'bcryptjs'
