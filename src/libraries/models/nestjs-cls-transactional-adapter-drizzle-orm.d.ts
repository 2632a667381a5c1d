/* The Drizzle adapter of @nestjs-cls/transactional. */

declare module '@nestjs-cls/transactional-adapter-drizzle-orm' {
  import { TransactionalAdapter, TransactionalAdapterOptions } from '@nestjs-cls/transactional'
  export class TransactionalAdapterDrizzleOrm<Client> implements TransactionalAdapter<Client, Client, any> {
    constructor(options: { drizzleInstanceToken: any; defaultTxOptions?: any })
    optionsFactory: (drizzleInstance: Client) => TransactionalAdapterOptions<Client, any>
  }
}
