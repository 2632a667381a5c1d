/* Keycloak: its adapter for Node, its guards in NestJS, and the client of its administration. */

declare module 'keycloak-connect' {
  import { RequestHandler } from 'express-serve-static-core'

  class KeycloakConnect {
    constructor(options: any, config?: any)
    middleware(options?: any): RequestHandler[]
    /** @guard auth */
    protect(spec?: any): RequestHandler
    /** @guard auth */
    enforcer(permissions: any, config?: any): RequestHandler
    /** @guard auth */
    checkSso(): RequestHandler
    grantManager: KeycloakConnect.GrantManager
  }
  namespace KeycloakConnect {
    interface Keycloak {
      middleware(options?: any): RequestHandler[]
      /** @guard auth */
      protect(spec?: any): RequestHandler
      /** @guard auth */
      enforcer(permissions: any, config?: any): RequestHandler
      /** @guard auth */
      checkSso(): RequestHandler
      readonly grantManager: GrantManager
    }
    interface GrantManager {
      /** @credential check @effect http write */
      obtainDirectly(username: string, password: string): Promise<any>
      /** @effect http write */
      obtainFromCode(code: string, ...rest: any[]): Promise<any>
      /** @effect http write */
      obtainFromClientCredentials(...rest: any[]): Promise<any>
      /** @effect http write */
      ensureFreshness(grant: any): Promise<any>
      /** @credential verify @effect http read */
      validateAccessToken<T = any>(token: T): Promise<false | T>
      /** @effect http read */
      userInfo<T = any, C = any>(token: T): Promise<C>
      /** @credential verify */
      validateGrant(grant: any): Promise<any>
      /** @credential verify */
      validateToken(token: any, type?: string): Promise<any>
    }
  }
  export = KeycloakConnect
}

declare module 'nest-keycloak-connect' {
  /** @guard auth */
  export class AuthGuard {
    constructor(...given: any[])
    canActivate(context: any): Promise<boolean>
  }
  /** @guard auth */
  export class ResourceGuard {
    constructor(...given: any[])
    canActivate(context: any): Promise<boolean>
  }
  /** @guard auth */
  export class RoleGuard {
    constructor(...given: any[])
    canActivate(context: any): Promise<boolean>
  }
}

declare module '@keycloak/keycloak-admin-client' {
  class Users {
    /** @effect http read */
    find: (payload?: any) => Promise<any>
    /** @effect http read */
    findOne: (payload?: any, options?: any) => Promise<any>
    /** @effect http read */
    count: (payload?: any) => Promise<number>
    /** @effect http write */
    create: (payload?: any) => Promise<{ id: string }>
    /** @effect http write @upsert */
    update: (query: any, payload: any) => Promise<void>
    /** @effect http delete */
    del: (payload?: any) => Promise<void>
    /** @effect http read */
    listRoleMappings: (payload?: any) => Promise<any>
    /** @effect http read */
    listRealmRoleMappings: (payload?: any) => Promise<any>
    /** @effect http write @upsert */
    addRealmRoleMappings: (payload?: any) => Promise<void>
    /** @effect http delete */
    delRealmRoleMappings: (payload?: any) => Promise<void>
    /** @effect http write @upsert */
    addClientRoleMappings: (payload?: any) => Promise<void>
    /** @effect http delete */
    delClientRoleMappings: (payload?: any) => Promise<void>
    /** @effect http read */
    listGroups: (payload?: any) => Promise<any>
    /** @effect http write @upsert */
    addToGroup: (payload?: any) => Promise<string>
    /** @effect http delete */
    delFromGroup: (payload?: any) => Promise<string>
    /** @effect http write */
    addToFederatedIdentity: (payload?: any) => Promise<void>
    /** @effect http delete */
    delFromFederatedIdentity: (payload?: any) => Promise<void>
    /** @effect http write @upsert */
    resetPassword: (payload?: any) => Promise<void>
    /** @effect http write */
    executeActionsEmail: (payload?: any) => Promise<void>
    /** @effect http write */
    sendVerifyEmail: (payload?: any) => Promise<void>
    /** @effect http read */
    listSessions: (payload?: any) => Promise<any>
    /** @effect http write */
    logout: (payload?: any) => Promise<void>
  }
  class Roles {
    /** @effect http read */
    find: (payload?: any) => Promise<any>
    /** @effect http read */
    findOneByName: (payload?: any) => Promise<any>
    /** @effect http write */
    create: (payload?: any) => Promise<{ roleName: string }>
    /** @effect http write @upsert */
    updateByName: (query: any, payload: any) => Promise<void>
    /** @effect http delete */
    delByName: (payload?: any) => Promise<void>
  }
  class Groups {
    /** @effect http read */
    find: (payload?: any) => Promise<any>
    /** @effect http read */
    findOne: (payload?: any) => Promise<any>
    /** @effect http write */
    create: (payload?: any) => Promise<{ id: string }>
    /** @effect http write @upsert */
    update: (query: any, payload: any) => Promise<void>
    /** @effect http delete */
    del: (payload?: any) => Promise<void>
  }
  export default class KeycloakAdminClient {
    constructor(config?: any)
    users: Users
    roles: Roles
    groups: Groups
    /** @effect http write */
    auth(credentials: any): Promise<void>
    setAccessToken(token: string): void
    setConfig(config: any): void
  }
}
