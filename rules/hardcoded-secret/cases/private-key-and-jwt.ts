// Sixty-four times the same bytes would be no key; these are invented, and of the right form.
export const signingKey = `-----BEGIN EC PRIVATE KEY----- // expect: hardcoded-secret
MHcCAQEEIFabricatedOrdersKey0000Zk4Tq9Lw2Xv7Rb1Nc8Ym5Hd0oAoGCCqG
SM49AwEHoUQDQgAEZk4Tq9Lw2Xv7Rb1Nc8Ym5Hd0FabricatedOrdersKeyZk4T
-----END EC PRIVATE KEY-----`

export const partnerToken = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJwYXJ0bmVyLTQyIiwic2NvcGUiOiJvcmRlcnMifQ.Zk4Tq9Lw2Xv7Rb1Nc8Ym5Hd0FabricatedOrders7Lw' // expect: hardcoded-secret

export const sampleToken = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIn0.Zk4Tq9Lw2Xv7Rb1Nc8Ym5Hd0FabricatedOrders7Lw'

export function isPem(text: string): boolean {
  return text.startsWith('-----BEGIN PRIVATE KEY-----') && text.includes('-----END PRIVATE KEY-----')
}

// Shows what belongs into a field: the key says that it is far longer.
export const keyHint = '-----BEGIN PRIVATE KEY-----\nMIIJQgIBADANBgkqhkiG9w0BAQEFAASCCSwwggkoAgEAAoICAQDFabricatedOrdersKeyZk4Tq9Lw2Xv7Rb1Nc8Ym5Hd0hcN\n-----END PRIVATE KEY-----'
export const fields = [{ name: 'botToken', placeholder: '6660491268:AAFabricatedOrdersSeats7Lw2Xv9Rb1NcQ' }]
