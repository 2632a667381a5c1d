/* Slack's Web API. */

declare module '@slack/web-api' {
  export class WebClient {
    constructor(token?: string, options?: any)
    /** @effect http */
    apiCall(method: string, options?: any): Promise<any>
    /** @effect http read @stream */
    paginate(method: string, options?: any, ...rest: any[]): any
    /** @effect storage write */
    filesUploadV2(options: any): Promise<any>
    readonly chat: {
      /** @effect publish write */
      postMessage: (options: any) => Promise<any>
      /** @effect publish write */
      postEphemeral: (options: any) => Promise<any>
      /** @effect publish write */
      meMessage: (options: any) => Promise<any>
      /** @effect publish write */
      scheduleMessage: (options: any) => Promise<any>
      /** @effect http write @upsert */
      update: (options: any) => Promise<any>
      /** @effect http delete */
      delete: (options: any) => Promise<any>
      /** @effect http read */
      getPermalink: (options: any) => Promise<any>
    }
    readonly conversations: {
      /** @effect http write */
      create: (options: any) => Promise<any>
      /** @effect http write @upsert */
      open: (options?: any) => Promise<any>
      /** @effect http write */
      invite: (options: any) => Promise<any>
      /** @effect http write @upsert */
      join: (options: any) => Promise<any>
      /** @effect http read */
      list: (options?: any) => Promise<any>
      /** @effect http read */
      info: (options: any) => Promise<any>
      /** @effect http read */
      members: (options: any) => Promise<any>
      /** @effect http read */
      history: (options: any) => Promise<any>
      /** @effect http read */
      replies: (options: any) => Promise<any>
    }
    readonly users: {
      /** @effect http read */
      info: (options: any) => Promise<any>
      /** @effect http read */
      list: (options?: any) => Promise<any>
      /** @effect http read */
      lookupByEmail: (options: any) => Promise<any>
    }
    readonly views: {
      /** @effect http write */
      open: (options: any) => Promise<any>
      /** @effect http write @upsert */
      update: (options: any) => Promise<any>
      /** @effect http write @upsert */
      publish: (options: any) => Promise<any>
    }
    readonly reactions: {
      /** @effect http write */
      add: (options: any) => Promise<any>
      /** @effect http delete */
      remove: (options: any) => Promise<any>
    }
  }
}
