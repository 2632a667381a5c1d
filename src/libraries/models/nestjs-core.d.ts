/* NestJS: the factory, and tokens under which application-wide guards are provided. */

declare module '@nestjs/core' {
  import { INestApplication } from '@nestjs/common'

  export class NestFactory {
    /** @application @root 0 */
    static create<T = INestApplication>(module: any, ...args: any[]): Promise<0 extends 1 & T ? INestApplication : T>
    /** @root 0 */
    static createMicroservice<T = any>(module: any, options?: any): Promise<any>
    /** @root 0 */
    static createApplicationContext(module: any, options?: any): Promise<any>
  }
  export class Reflector {
    /** @annotation 0 */
    get<T = any>(key: any, target: any): any
    /** @annotation 0 */
    getAllAndOverride<T = any>(key: any, targets: any[]): any
    /** @annotation 0 */
    getAllAndMerge<T = any>(key: any, targets: any[]): any
  }
  export class ModuleRef {
    get<T = any>(token: any, options?: any): any
    resolve<T = any>(token: any, contextId?: any, options?: any): Promise<any>
    create<T = any>(type: any): Promise<any>
  }
  /** @application */
  export const APP_GUARD: string
  /** @application @guard transform */
  export const APP_INTERCEPTOR: string
  /** @application @guard validate */
  export const APP_PIPE: string
  /** @application @guard error */
  export const APP_FILTER: string
  export const REQUEST: any
}
