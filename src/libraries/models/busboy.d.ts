/* Parsers of multipart bodies that a handler calls: busboy, formidable. */

declare module 'busboy' {
  import { Readable, Writable } from 'stream'
  /** @upload */
  function busboy(config: busboy.BusboyConfig): busboy.Busboy
  namespace busboy {
    interface BusboyConfig {
      headers?: any
      highWaterMark?: number
      fileHwm?: number
      defCharset?: string
      defParamCharset?: string
      preservePath?: boolean
      limits?: Limits
    }
    interface Limits {
      fieldNameSize?: number
      fieldSize?: number
      fields?: number
      fileSize?: number
      files?: number
      parts?: number
      headerPairs?: number
    }
    interface FileInfo {
      filename: string
      encoding: string
      mimeType: string
    }
    /** @source file */
    interface FileStream extends Readable {
      readonly truncated: boolean
      /** @calls 1 once @drops 1 */
      on(event: string, listener: (...args: any[]) => void): this
    }
    type FileListener = (name: string, stream: FileStream, info: FileInfo) => void
    interface Busboy extends Writable {
      /** @calls 1 once @drops 1 */
      on(event: 'file', listener: FileListener): this
      /** @calls 1 once @drops 1 */
      on(event: string, listener: (...args: any[]) => void): this
      /** @calls 1 once @drops 1 */
      once(event: string, listener: (...args: any[]) => void): this
    }
  }
  export = busboy
}

declare module 'formidable' {
  import EventEmitter = require('events')
  export interface File {
    size: number
    filepath: string
    originalFilename: string
    newFilename: string
    mimetype: string
    mtime?: Date
    hash?: string
  }
  /** @source form */
  export interface Fields<T1 = any> {
    [name: string]: string[]
  }
  /** @source file */
  export interface Files<T1 = any> {
    [name: string]: File[]
  }
  export interface Options {
    uploadDir?: string
    keepExtensions?: boolean
    allowEmptyFiles?: boolean
    minFileSize?: number
    maxFiles?: number
    maxFileSize?: number
    maxTotalFileSize?: number
    maxFields?: number
    maxFieldsSize?: number
    multiples?: boolean
    filename?: any
    filter?: any
  }
  export class IncomingForm extends EventEmitter {
    constructor(options?: Options)
    /** @upload @source form */
    parse(request: any): Promise<[Fields, Files]>
    /** @upload @source form @calls 1 once @drops 1 */
    parse(request: any, done: (error: any, fields: Fields, files: Files) => void): void
  }
  export { IncomingForm as Formidable }
  export function formidable(options?: Options): IncomingForm
  export default formidable
}
