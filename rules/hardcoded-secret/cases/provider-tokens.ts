// Invented values in the form of the providers' own.
interface Client {
  readonly key: string
}

export const payments: Client = { key: 'sk_live_FabricatedOrders51HqTz7Lw2' } // expect: hardcoded-secret
export const repository = fetchFrom('https://api.github.com', 'ghp_FabricatedOrders7Lw2Xv9Rb1Nc8Ym5Hd0K') // expect: hardcoded-secret
export const bucket = { id: 'AKIAFABRICATED2ORDER' } // expect: hardcoded-secret
export const alerts = 'https://hooks.slack.com/services/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' // expect: hardcoded-secret
export const mail = `SG.FabricatedOrders7Lw2Xv.9Rb1Nc8Ym5Hd0Zk4Tq9FabricatedOrders7Lw2Xv9K` // expect: hardcoded-secret
export const billing = 1 // went live with rk_live_FabricatedOrders9RbNc8Ym // expect: hardcoded-secret
export const documented = ['AKIAIOSFODNN7EXAMPLE', 'ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'sk_live_your_key_here']
export const browserKey = 'pk_live_FabricatedOrders51HqTz7Lw2'
export const prefixes = ['sk_live_', 'ghp_', 'xoxb-', 'AKIA']
export const shape = /^ghp_[A-Za-z0-9]{36}$/

function fetchFrom(url: string, key: string): Client {
  return { key: `${url}${key}` }
}
