/**
 * What `prisma generate` writes, as far as it does not depend on a schema: put together from the declarations that
 * generated clients are made of.
 */
export const GENERATED_PRISMA_CLIENT = `
import * as runtime from '@prisma/client/runtime/library'
import * as index from '@prisma/client/scripts/default-index'

type Client = InstanceType<ReturnType<typeof runtime.getPrismaClient>>
export type ModelDelegate = { [Name in runtime.Operation]: (args?: any) => any } & { readonly fields: any }
export type PrismaClientBase = Client
export const PrismaClient: new (options?: any) => Client
export type PrismaClient = Client
export namespace Prisma {
  export import Sql = runtime.Sql
  export import sql = runtime.sqltag
  export import join = runtime.join
  export import raw = runtime.raw
  export import empty = runtime.empty
  export import Decimal = runtime.Decimal
  export import validator = index.Prisma.validator
  export import PrismaClientKnownRequestError = runtime.PrismaClientKnownRequestError
  export import PrismaClientUnknownRequestError = runtime.PrismaClientUnknownRequestError
  export import PrismaClientValidationError = runtime.PrismaClientValidationError
  export import PrismaClientInitializationError = runtime.PrismaClientInitializationError
  export import PrismaClientRustPanicError = runtime.PrismaClientRustPanicError
  export type TransactionClient = Omit<Client, runtime.ITXClientDenyList>
}
`
