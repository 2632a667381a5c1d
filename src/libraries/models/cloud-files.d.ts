/* Files kept by Google Cloud Storage and by Azure Blob Storage. */

declare module '@google-cloud/storage' {
  export class Storage {
    constructor(options?: any)
    bucket(name: string, options?: any): Bucket
    /** @effect storage write */
    createBucket(name: string, ...rest: any[]): Promise<any>
    /** @effect storage read */
    getBuckets(...rest: any[]): Promise<any>
  }
  export class Bucket {
    name: string
    file(name: string, options?: any): File
    /** @effect storage write @upsert */
    upload(path: string, ...rest: any[]): Promise<any>
    /** @effect storage read */
    getFiles(...rest: any[]): Promise<any>
    /** @effect storage delete */
    deleteFiles(...rest: any[]): Promise<any>
    /** @effect storage read */
    exists(...rest: any[]): Promise<any>
    /** @effect storage write */
    combine(sources: any[], destination: any, ...rest: any[]): Promise<any>
  }
  export class File {
    name: string
    bucket: Bucket
    /** @effect storage write @upsert */
    save(data: any, ...rest: any[]): Promise<void>
    /** @effect storage read */
    download(...rest: any[]): Promise<any>
    /** @effect storage read */
    exists(...rest: any[]): Promise<any>
    /** @effect storage read */
    getMetadata(...rest: any[]): Promise<any>
    /** @effect storage write @upsert */
    setMetadata(metadata: any, ...rest: any[]): Promise<any>
    /** @effect storage delete */
    delete(...rest: any[]): Promise<any>
    /** @effect storage write @upsert */
    copy(destination: any, ...rest: any[]): Promise<any>
    /** @effect storage write */
    move(destination: any, ...rest: any[]): Promise<any>
    /** @effect storage write */
    rename(destination: any, ...rest: any[]): Promise<any>
    /** @effect storage write @upsert */
    makePublic(...rest: any[]): Promise<any>
    /** @effect storage write @upsert */
    createWriteStream(options?: any): any
    /** @effect storage read */
    createReadStream(options?: any): any
    getSignedUrl(config: any, ...rest: any[]): Promise<any>
    publicUrl(): string
  }
}

declare module '@azure/storage-blob' {
  export class BlobServiceClient {
    static fromConnectionString(connection: string, options?: any): BlobServiceClient
    constructor(url: string, ...rest: any[])
    accountName: string
    url: string
    getContainerClient(name: string): ContainerClient
    /** @effect storage write */
    createContainer(name: string, options?: any): Promise<any>
    /** @effect storage delete */
    deleteContainer(name: string, options?: any): Promise<any>
  }
  export class ContainerClient {
    constructor(url: string, ...rest: any[])
    url: string
    containerName: string
    getBlobClient(name: string): BlobClient
    getBlockBlobClient(name: string): BlockBlobClient
    /** @effect storage write @upsert */
    createIfNotExists(options?: any): Promise<any>
    /** @effect storage read */
    exists(options?: any): Promise<boolean>
    /** @effect storage read */
    listBlobsFlat(options?: any): any
    /** @effect storage write @upsert */
    uploadBlockBlob(name: string, body: any, length: number, options?: any): Promise<any>
    /** @effect storage delete */
    deleteBlob(name: string, options?: any): Promise<any>
  }
  export class BlobClient {
    constructor(url: string, ...rest: any[])
    name: string
    url: string
    /** @effect storage read */
    download(offset?: number, count?: number, options?: any): Promise<any>
    /** @effect storage read */
    downloadToBuffer(...rest: any[]): Promise<any>
    /** @effect storage read */
    downloadToFile(path: string, ...rest: any[]): Promise<any>
    /** @effect storage read */
    exists(options?: any): Promise<boolean>
    /** @effect storage read */
    getProperties(options?: any): Promise<any>
    /** @effect storage delete */
    delete(options?: any): Promise<any>
    /** @effect storage delete */
    deleteIfExists(options?: any): Promise<any>
    /** @effect storage write @upsert */
    setMetadata(metadata?: any, options?: any): Promise<any>
    generateSasUrl(options: any): Promise<string>
  }
  export class BlockBlobClient extends BlobClient {
    /** @effect storage write @upsert */
    upload(body: any, length: number, options?: any): Promise<any>
    /** @effect storage write @upsert */
    uploadData(data: any, options?: any): Promise<any>
    /** @effect storage write @upsert */
    uploadFile(path: string, options?: any): Promise<any>
    /** @effect storage write @upsert */
    uploadStream(stream: any, ...rest: any[]): Promise<any>
  }
}
