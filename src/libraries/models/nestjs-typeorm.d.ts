/* TypeORM in NestJS: repositories, data sources and managers that the container injects. */

declare module '@nestjs/typeorm' {
  import { DataSource, DataSourceOptions, EntityTarget } from 'typeorm'
  export type TypeOrmModuleOptions = any
  export type TypeOrmModuleAsyncOptions = any
  export interface TypeOrmOptionsFactory {
    createTypeOrmOptions(connectionName?: string): any
  }
  export class TypeOrmModule {
    static forRoot(options?: any, name?: string): any
    static forRootAsync(options: any): any
    static forFeature(entities?: any[], dataSource?: any): any
  }
  export function InjectRepository(entity: any, dataSource?: any): any
  export function InjectDataSource(dataSource?: DataSource | DataSourceOptions | string): any
  export function InjectEntityManager(dataSource?: DataSource | DataSourceOptions | string): any
  /** @deprecated InjectDataSource */
  export function InjectConnection(dataSource?: DataSource | DataSourceOptions | string): any
  export function getRepositoryToken(entity: EntityTarget<any>, dataSource?: any): any
  export function getCustomRepositoryToken(repository: any): any
  export function getDataSourceToken(dataSource?: any): any
  export function getConnectionToken(dataSource?: any): any
  export function getEntityManagerToken(dataSource?: any): any
}
