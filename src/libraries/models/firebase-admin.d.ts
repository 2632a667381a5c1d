/* Firebase on a server: push messages and users; documents of Firestore have a model of their own. */

declare module 'firebase-admin' {
  namespace admin {
    type Messaging = import('firebase-admin/messaging').Messaging
  }
  const admin: {
    messaging: (app?: any) => import('firebase-admin/messaging').Messaging
    auth: (app?: any) => import('firebase-admin/auth').Auth
    firestore: { (app?: any): import('@google-cloud/firestore').Firestore }
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
declare module 'firebase-admin/firestore' {
  export * from '@google-cloud/firestore'
  import { Firestore } from '@google-cloud/firestore'
  export function getFirestore(app?: any, databaseId?: string): Firestore
  export function initializeFirestore(app: any, settings?: any, databaseId?: string): Firestore
}
declare module 'firebase-admin/auth' {
  export class Auth {
    /** @credential verify */
    verifyIdToken(token: string, checkRevoked?: boolean): Promise<any>
    /** @credential verify */
    verifySessionCookie(cookie: string, checkRevoked?: boolean): Promise<any>
    /** @credential issue */
    createCustomToken(uid: string, claims?: object): Promise<string>
    /** @credential issue */
    createSessionCookie(token: string, options: any): Promise<string>
    /** @effect http read */
    getUser(uid: string): Promise<any>
    /** @effect http read */
    getUserByEmail(email: string): Promise<any>
    /** @effect http write */
    createUser(properties: any): Promise<any>
    /** @effect http write */
    updateUser(uid: string, properties: any): Promise<any>
    /** @effect http write */
    deleteUser(uid: string): Promise<void>
    /** @effect http write */
    setCustomUserClaims(uid: string, claims: object): Promise<void>
    /** @effect http read */
    listUsers(maxResults?: number, pageToken?: string): Promise<any>
  }
  export function getAuth(app?: any): Auth
}
