/* NestJS on Fastify: what is registered on the application holds for every handler. */

declare module '@nestjs/platform-fastify' {
  import { INestApplication } from '@nestjs/common'

  export class FastifyAdapter {
    constructor(options?: any)
    /** @application handler=0 */
    register(plugin: any, options?: any): any
  }
  export interface NestFastifyApplication extends INestApplication {
    /** @application handler=0 */
    register(plugin: any, options?: any): Promise<any>
    useStaticAssets(options: any): this
    inject(...options: any[]): any
  }
}
