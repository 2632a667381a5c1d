/* Images: sharp works on threads of the pool, jimp on the event loop. Steps of a chain are free; the last one works. */

declare module 'sharp' {
  import { Duplex } from 'stream'
  /** @propagates 0 */
  function sharp(input?: any, options?: sharp.SharpOptions): sharp.Sharp
  namespace sharp {
    interface SharpOptions {
      [option: string]: any
    }
    interface Metadata {
      [property: string]: any
      format?: string
      width?: number
      height?: number
    }
    interface OutputInfo {
      format: string
      size: number
      width: number
      height: number
      channels: number
    }
    interface ResizeOptions {
      [option: string]: any
    }
    interface Sharp extends Duplex {
      /** @returns this */
      resize(width?: any, height?: any, options?: any): Sharp
      /** @returns this */
      rotate(angle?: number, options?: any): Sharp
      /** @returns this */
      autoOrient(): Sharp
      /** @returns this */
      composite(images: any[]): Sharp
      /** @returns this */
      extract(region: any): Sharp
      /** @returns this */
      extend(extend: any): Sharp
      /** @returns this */
      trim(options?: any): Sharp
      /** @returns this */
      blur(sigma?: any): Sharp
      /** @returns this */
      sharpen(options?: any): Sharp
      /** @returns this */
      flatten(flatten?: any): Sharp
      /** @returns this */
      flip(flip?: boolean): Sharp
      /** @returns this */
      flop(flop?: boolean): Sharp
      /** @returns this */
      greyscale(greyscale?: boolean): Sharp
      /** @returns this */
      grayscale(grayscale?: boolean): Sharp
      /** @returns this */
      ensureAlpha(alpha?: number): Sharp
      /** @returns this */
      removeAlpha(): Sharp
      /** @returns this */
      modulate(options?: any): Sharp
      /** @returns this */
      normalise(options?: any): Sharp
      /** @returns this */
      normalize(options?: any): Sharp
      /** @returns this */
      withMetadata(metadata?: any): Sharp
      /** @returns this */
      keepMetadata(): Sharp
      /** @returns this */
      toColourspace(space?: string): Sharp
      /** @returns this */
      toColorspace(space: string): Sharp
      /** @returns this */
      toFormat(format: any, options?: any): Sharp
      /** @returns this */
      jpeg(options?: any): Sharp
      /** @returns this */
      png(options?: any): Sharp
      /** @returns this */
      webp(options?: any): Sharp
      /** @returns this */
      avif(options?: any): Sharp
      /** @returns this */
      gif(options?: any): Sharp
      /** @returns this */
      heif(options?: any): Sharp
      /** @returns this */
      tiff(options?: any): Sharp
      /** @returns this */
      raw(options?: any): Sharp
      /** @returns this */
      tile(options?: any): Sharp
      /** @returns this */
      timeout(options: any): Sharp
      /** @returns this */
      clone(): Sharp
      /** Reads the header only. */
      metadata(done?: (error: Error, metadata: Metadata) => void): Promise<Metadata>
      /** @effect cpu */
      stats(done?: (error: Error, stats: any) => void): Promise<any>
      /** @effect cpu @propagates this */
      toBuffer(options: { resolveWithObject: true }): Promise<{ data: Buffer; info: OutputInfo }>
      /** @effect cpu @propagates this */
      toBuffer(options?: any): Promise<Buffer>
      /** @effect cpu */
      toFile(path: string, done?: (error: Error, info: OutputInfo) => void): Promise<OutputInfo>
    }
    function cache(options?: any): any
    function concurrency(threads?: number): number
    function simd(enable?: boolean): boolean
    const fit: any
    const gravity: any
    const strategy: any
    const kernel: any
    const format: any
  }
  export = sharp
}

declare module 'jimp' {
  interface JimpInstance {
    bitmap: any
    width: number
    height: number
    /** @effect cpu sync @returns this */
    resize(...size: any[]): this
    /** @effect cpu sync @returns this */
    cover(...size: any[]): this
    /** @effect cpu sync @returns this */
    contain(...size: any[]): this
    /** @effect cpu sync @returns this */
    scale(...size: any[]): this
    /** @effect cpu sync @returns this */
    scaleToFit(...size: any[]): this
    /** @effect cpu sync @returns this */
    crop(...region: any[]): this
    /** @effect cpu sync @returns this */
    rotate(...angle: any[]): this
    /** @effect cpu sync @returns this */
    blur(radius: number): this
    /** @effect cpu sync @returns this */
    greyscale(): this
    /** @effect cpu sync @returns this */
    composite(...image: any[]): this
    /** @returns this */
    quality(quality: number): this
    /** @returns this */
    clone(): this
    /** @effect cpu sync @propagates this */
    getBuffer(...type: any[]): Promise<Buffer>
    /** @effect cpu sync @propagates this */
    getBufferAsync(type: string): Promise<Buffer>
    /** @effect cpu sync */
    getBase64(...type: any[]): Promise<string>
    /** @effect cpu sync */
    getBase64Async(type: string): Promise<string>
    /** @effect cpu sync */
    write(path: string, ...options: any[]): Promise<any>
    /** @effect cpu sync */
    writeAsync(path: string): Promise<any>
  }
  export interface Jimp extends JimpInstance {}
  export class Jimp {
    constructor(...options: any[])
    /** Decodes the whole image on the event loop. @effect cpu sync @propagates 0 */
    static read(source: any, ...options: any[]): Promise<Jimp>
    /** @effect cpu sync @propagates 0 */
    static fromBuffer(source: any, options?: any): Promise<Jimp>
    static fromBitmap(bitmap: any): Jimp
    static MIME_PNG: string
    static MIME_JPEG: string
    static AUTO: number
  }
  export const JimpMime: any
  export function loadFont(path: string): Promise<any>
  export default Jimp
}
