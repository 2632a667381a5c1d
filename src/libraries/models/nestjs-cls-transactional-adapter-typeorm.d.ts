/* The TypeORM adapter of @nestjs-cls/transactional. */

declare module '@nestjs-cls/transactional-adapter-typeorm' {
  import { TransactionalAdapter, TransactionalAdapterOptions } from '@nestjs-cls/transactional'
  import { DataSource, EntityManager } from 'typeorm'
  export class TransactionalAdapterTypeOrm implements TransactionalAdapter<DataSource, EntityManager, any> {
    constructor(options: { dataSourceToken: any; defaultTxOptions?: any })
    optionsFactory: (dataSource: DataSource) => TransactionalAdapterOptions<EntityManager, any>
  }
}
