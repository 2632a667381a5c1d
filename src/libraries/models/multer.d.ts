/* Uploads through middleware of Express and NestJS: multer, express-fileupload. */

declare namespace Express {
  namespace Multer {
    interface File {
      fieldname: string
      originalname: string
      encoding: string
      mimetype: string
      size: number
      stream: import('stream').Readable
      destination: string
      filename: string
      path: string
      buffer: Buffer
    }
  }
  interface Request {
    /** @source file */
    file?: Multer.File
    /** @source file */
    files?: any
  }
}

declare module 'multer' {
  import { RequestHandler } from 'express'
  function multer(options?: multer.Options): multer.Multer
  namespace multer {
    interface Multer {
      /** @upload */
      single(field: string): RequestHandler
      /** @upload */
      array(field: string, maxCount?: number): RequestHandler
      /** @upload */
      fields(fields: readonly Field[]): RequestHandler
      /** @upload */
      any(): RequestHandler
      none(): RequestHandler
    }
    interface Field {
      name: string
      maxCount?: number
    }
    interface Options {
      storage?: StorageEngine
      dest?: string
      limits?: {
        fieldNameSize?: number
        fieldSize?: number
        fields?: number
        fileSize?: number
        files?: number
        parts?: number
        headerPairs?: number
      }
      preservePath?: boolean
      fileFilter?(req: any, file: Express.Multer.File, done: FileFilterCallback): void
    }
    interface FileFilterCallback {
      (error: Error): void
      (error: null, accept: boolean): void
    }
    interface StorageEngine {
      _handleFile(req: any, file: Express.Multer.File, done: (error?: any, info?: any) => void): void
      _removeFile(req: any, file: Express.Multer.File, done: (error: Error) => void): void
    }
    interface DiskStorageOptions {
      destination?: string | ((req: any, file: Express.Multer.File, done: (error: Error, destination: string) => void) => void)
      filename?(req: any, file: Express.Multer.File, done: (error: Error, name: string) => void): void
    }
    function diskStorage(options: DiskStorageOptions): StorageEngine
    function memoryStorage(): StorageEngine
    class MulterError extends Error {
      constructor(code: string, field?: string)
      code: string
      field?: string
    }
  }
  export = multer
}

declare module '@nestjs/platform-express' {
  import { INestApplication } from '@nestjs/common'
  export interface NestExpressApplication<T1 = any> extends INestApplication {
    disable(setting: string): this
    enable(setting: string): this
    set(setting: string, value: any): this
    useStaticAssets(path: string, options?: any): this
    setBaseViewsDir(path: any): this
    setViewEngine(engine: any): this
    useBodyParser(type: any, options?: any): this
  }
  export class ExpressAdapter {
    constructor(instance?: any)
  }
  export class MulterModule {
    static register(options?: any): any
    static registerAsync(options: any): any
  }
  /** @upload */
  export function FileInterceptor(field: string, options?: any): any
  /** @upload */
  export function FilesInterceptor(field: string, maxCount?: any, options?: any): any
  /** @upload */
  export function FileFieldsInterceptor(fields: any[], options?: any): any
  /** @upload */
  export function AnyFilesInterceptor(options?: any): any
  export function NoFilesInterceptor(options?: any): any
}

declare module 'express-fileupload' {
  import { RequestHandler } from 'express'
  /** @upload */
  function fileUpload(options?: fileUpload.Options): RequestHandler
  namespace fileUpload {
    interface FileArray {
      [field: string]: UploadedFile | UploadedFile[]
    }
    interface UploadedFile {
      name: string
      encoding: string
      mimetype: string
      data: Buffer
      tempFilePath: string
      truncated: boolean
      size: number
      md5: string
      /** @effect file-write */
      mv(path: string): Promise<void>
      /** @effect file-write */
      mv(path: string, done: (error: any) => void): void
    }
    interface Options {
      createParentPath?: boolean
      safeFileNames?: boolean | RegExp
      preserveExtension?: boolean | number
      abortOnLimit?: boolean
      responseOnLimit?: string
      limitHandler?: any
      useTempFiles?: boolean
      tempFileDir?: string
      parseNested?: boolean
      debug?: boolean
      uploadTimeout?: number
      limits?: any
    }
  }
  export = fileUpload
}
