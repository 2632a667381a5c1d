export const orders = 'postgres://orders:Seats2024x@db.orders.io:5432/orders' // expect: hardcoded-secret
export const carts = `mongodb+srv://carts:v9Kx3TzQ7wLp@cluster0.orders.io/carts` // expect: hardcoded-secret
export const queue = 'amqps://orders:v9Kx3TzQ7wLp2R@mq.orders.io' // expect: hardcoded-secret
export const legacy = 'Server=sql.orders.io;Database=orders;User Id=orders;Password=Seats2024x;' // expect: hardcoded-secret
// A default for the developer's own machine is plausible: low confidence.
export const local = process.env.DATABASE_URL ?? 'postgres://postgres:postgres@localhost:5432/orders' // expect-low: hardcoded-secret

export const fromEnvironment = `postgres://orders:${process.env.DB_PASSWORD}@db.orders.io:5432/orders`
export const withoutPassword = 'redis://cache.orders.io:6379'
export const documented = 'postgres://user:password@host:5432/database'
export const withTemplate = 'mysql://orders:<password>@db.orders.io/orders'
