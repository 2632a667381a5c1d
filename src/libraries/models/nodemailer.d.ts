/* nodemailer: mail over SMTP and other transports. */

declare module 'nodemailer' {
  export interface Transporter<T = any, T2 = any> {
    /** @effect email write */
    sendMail(options: SendMailOptions, callback?: (error: any, info: T) => void): Promise<T>
    /** @effect email read */
    verify(callback?: (error: any, success: boolean) => void): Promise<boolean>
    close(): void
    use(step: string, plugin: any): this
  }
  export type SendMailOptions = any
  export type SentMessageInfo = any
  export type TransportOptions = any
  /** @timeout 0.socketTimeout|0.connectionTimeout default=600000 -- inactivity of the socket, two minutes to connect */
  export function createTransport(transport?: any, defaults?: any): Transporter
  export function createTestAccount(...options: any[]): Promise<any>
  export function getTestMessageUrl(info: any): any
}
