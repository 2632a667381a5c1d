/* AWS SDK 3, S3: files kept by Amazon. */

declare module '@aws-sdk/client-s3' {
  export class S3Client {
    /** @timeout 0.requestHandler.requestTimeout|0.requestHandler default=none */
    constructor(options?: any)
    /** @effect http command=0 @timeout 1.abortSignal|1.requestTimeout default=none */
    send(command: any, ...options: any[]): Promise<any>
    destroy(): void
  }
  export class S3 extends S3Client {
    /** @effect storage write @upsert @timeout 1.abortSignal|1.requestTimeout default=none */
    putObject(input: any, ...options: any[]): Promise<any>
    /** @effect storage read @timeout 1.abortSignal|1.requestTimeout default=none */
    getObject(input: any, ...options: any[]): Promise<any>
    /** @effect storage read @timeout 1.abortSignal|1.requestTimeout default=none */
    headObject(input: any, ...options: any[]): Promise<any>
    /** @effect storage delete @timeout 1.abortSignal|1.requestTimeout default=none */
    deleteObject(input: any, ...options: any[]): Promise<any>
    /** @effect storage delete @timeout 1.abortSignal|1.requestTimeout default=none */
    deleteObjects(input: any, ...options: any[]): Promise<any>
    /** @effect storage write @upsert @timeout 1.abortSignal|1.requestTimeout default=none */
    copyObject(input: any, ...options: any[]): Promise<any>
    /** @effect storage read @timeout 1.abortSignal|1.requestTimeout default=none */
    listObjectsV2(input: any, ...options: any[]): Promise<any>
    /** @effect storage read @timeout 1.abortSignal|1.requestTimeout default=none */
    listObjects(input: any, ...options: any[]): Promise<any>
    /** @effect storage write @timeout 1.abortSignal|1.requestTimeout default=none */
    createMultipartUpload(input: any, ...options: any[]): Promise<any>
    /** @effect storage write @upsert @timeout 1.abortSignal|1.requestTimeout default=none */
    uploadPart(input: any, ...options: any[]): Promise<any>
    /** @effect storage write @timeout 1.abortSignal|1.requestTimeout default=none */
    completeMultipartUpload(input: any, ...options: any[]): Promise<any>
    /** @effect storage delete @timeout 1.abortSignal|1.requestTimeout default=none */
    abortMultipartUpload(input: any, ...options: any[]): Promise<any>
    /** @effect storage read @timeout 1.abortSignal|1.requestTimeout default=none */
    headBucket(input: any, ...options: any[]): Promise<any>
    /** @effect storage write @timeout 1.abortSignal|1.requestTimeout default=none */
    createBucket(input: any, ...options: any[]): Promise<any>
  }
  /** @command storage write @upsert */
  export class PutObjectCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command storage read */
  export class GetObjectCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command storage read */
  export class HeadObjectCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command storage delete */
  export class DeleteObjectCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command storage delete */
  export class DeleteObjectsCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command storage write @upsert */
  export class CopyObjectCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command storage read */
  export class ListObjectsV2Command {
    constructor(input?: any)
    readonly input: any
  }
  /** @command storage read */
  export class ListObjectsCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command storage write */
  export class CreateMultipartUploadCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command storage write @upsert */
  export class UploadPartCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command storage write */
  export class CompleteMultipartUploadCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command storage delete */
  export class AbortMultipartUploadCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command storage read */
  export class HeadBucketCommand {
    constructor(input?: any)
    readonly input: any
  }
  /** @command storage write */
  export class CreateBucketCommand {
    constructor(input?: any)
    readonly input: any
  }
}
