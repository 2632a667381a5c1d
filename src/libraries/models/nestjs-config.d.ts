/* Settings of a NestJS application. */

declare module '@nestjs/config' {
  export class ConfigService<K = any, WasValidated extends boolean = false> {
    constructor(internalConfig?: any)
    /** @setting 0 */
    get<T = any>(propertyPath: any, options?: any, infer?: any): T
    /** @setting 0 */
    getOrThrow<T = any>(propertyPath: any, options?: any, infer?: any): T
    set<T = any>(propertyPath: any, value: T): void
  }
  export class ConfigModule {
    static forRoot(options?: any): any
    static forFeature(config: any): any
  }
  export function registerAs(token: any, configFactory: any): any
  export function getConfigToken(token: any): string
}
