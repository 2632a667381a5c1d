/* Firebase on a server: push messages, users, documents of Firestore. */

declare module 'firebase-admin' {
  namespace admin {
    type Messaging = import('firebase-admin/messaging').Messaging
  }
  const admin: {
    messaging: (app?: any) => import('firebase-admin/messaging').Messaging
    auth: (app?: any) => any
    firestore: any
    initializeApp(options?: any, name?: string): any
    credential: any
    apps: any[]
    app(name?: string): any
  }
  export = admin
}
declare module 'firebase-admin/messaging' {
  export class Messaging {
    /** @effect publish write */
    send(message: any, dryRun?: boolean): Promise<string>
    /** @effect publish write */
    sendEach(messages: any[], dryRun?: boolean): Promise<any>
    /** @effect publish write */
    sendEachForMulticast(message: any, dryRun?: boolean): Promise<any>
    /** @effect publish write */
    sendMulticast(message: any, dryRun?: boolean): Promise<any>
    /** @effect publish write */
    sendAll(messages: any[], dryRun?: boolean): Promise<any>
    /** @effect publish write */
    sendToDevice(token: any, payload: any, options?: any): Promise<any>
    /** @effect publish write */
    sendToTopic(topic: string, payload: any, options?: any): Promise<any>
    /** @effect http write @upsert */
    subscribeToTopic(tokens: any, topic: string): Promise<any>
    /** @effect http write @upsert */
    unsubscribeFromTopic(tokens: any, topic: string): Promise<any>
  }
  export function getMessaging(app?: any): Messaging
}
