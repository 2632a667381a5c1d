/* The Prisma adapter of @nestjs-cls/transactional. */

declare module '@nestjs-cls/transactional-adapter-prisma' {
  import { TransactionalAdapter, TransactionalAdapterOptions } from '@nestjs-cls/transactional'
  import { PrismaClient } from '@prisma/client'
  export class TransactionalAdapterPrisma<Client = PrismaClient> implements TransactionalAdapter<Client, Client, any> {
    constructor(options: { prismaInjectionToken: any; defaultTxOptions?: any; sqlFlavor?: string })
    optionsFactory: (prisma: Client) => TransactionalAdapterOptions<Client, any>
  }
}
