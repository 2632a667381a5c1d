import { quote } from '@shop/prices'

process.on('unhandledRejection', (error) => console.error(error))

export async function requote(ids: string[]): Promise<void> {
  for (const id of ids) await quote(id, async () => 10)
}
