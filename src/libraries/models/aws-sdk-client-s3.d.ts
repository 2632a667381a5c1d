/* AWS SDK 3, S3: files kept by Amazon. */

declare module '@aws-sdk/client-s3' {
  export class S3Client {
    constructor(options?: any)
    /** @effect http command=0 */
    send(command: any, ...options: any[]): Promise<any>
    destroy(): void
  }
  export class S3 extends S3Client {
    /** @effect storage write @upsert */
    putObject(input: any, ...options: any[]): Promise<any>
    /** @effect storage read */
    getObject(input: any, ...options: any[]): Promise<any>
    /** @effect storage read */
    headObject(input: any, ...options: any[]): Promise<any>
    /** @effect storage delete */
    deleteObject(input: any, ...options: any[]): Promise<any>
    /** @effect storage delete */
    deleteObjects(input: any, ...options: any[]): Promise<any>
    /** @effect storage write @upsert */
    copyObject(input: any, ...options: any[]): Promise<any>
    /** @effect storage read */
    listObjectsV2(input: any, ...options: any[]): Promise<any>
    /** @effect storage read */
    listObjects(input: any, ...options: any[]): Promise<any>
    /** @effect storage write */
    createMultipartUpload(input: any, ...options: any[]): Promise<any>
    /** @effect storage write @upsert */
    uploadPart(input: any, ...options: any[]): Promise<any>
    /** @effect storage write */
    completeMultipartUpload(input: any, ...options: any[]): Promise<any>
    /** @effect storage delete */
    abortMultipartUpload(input: any, ...options: any[]): Promise<any>
    /** @effect storage read */
    headBucket(input: any, ...options: any[]): Promise<any>
    /** @effect storage write */
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
