/* Documents, spreadsheets, archives and media: work that keeps a processor busy. */

declare module 'pdfkit' {
  import { Readable } from 'stream'
  class PDFDocument extends Readable {
    /** @effect cpu */
    constructor(options?: any)
    page: any
    x: number
    y: number
    info: any
    addPage(options?: any): this
    text(text: string, ...options: any[]): this
    font(source: any, ...options: any[]): this
    fontSize(size: number): this
    fillColor(color: any, opacity?: number): this
    image(source: any, ...options: any[]): this
    moveDown(lines?: number): this
    moveUp(lines?: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    stroke(color?: any): this
    fill(...color: any[]): this
    rect(x: number, y: number, width: number, height: number): this
    end(): PDFDocument
  }
  export = PDFDocument
}

declare module 'pdf-lib' {
  /** Parsing and writing let others run between objects: long work, and none that blocks. */
  export class PDFDocument {
    /** @effect cpu @propagates 0 */
    static load(pdf: any, options?: any): Promise<PDFDocument>
    static create(options?: any): Promise<PDFDocument>
    registerFontkit(fontkit: any): void
    getForm(): any
    getPages(): PDFPage[]
    getPage(index: number): PDFPage
    getPageCount(): number
    addPage(page?: any): PDFPage
    removePage(index: number): void
    setTitle(title: string, options?: any): void
    setAuthor(author: string): void
    copyPages(source: PDFDocument, indices: number[]): Promise<PDFPage[]>
    embedFont(font: any, options?: any): Promise<any>
    embedJpg(image: any): Promise<any>
    embedPng(image: any): Promise<any>
    /** @effect cpu @propagates 0 */
    embedPdf(pdf: any, indices?: number[]): Promise<any[]>
    /** @effect cpu */
    save(options?: any): Promise<Uint8Array>
    /** @effect cpu */
    saveAsBase64(options?: any): Promise<string>
  }
  export interface PDFPage {
    drawText(text: string, options?: any): void
    drawImage(image: any, options?: any): void
    drawLine(options: any): void
    drawRectangle(options?: any): void
    drawPage(page: any, options?: any): void
    getSize(): { width: number; height: number }
    getWidth(): number
    getHeight(): number
    setRotation(angle: any): void
  }
  export const StandardFonts: any
  export const PageSizes: any
  export function rgb(red: number, green: number, blue: number): any
  export function degrees(angle: number): any
}

declare module 'puppeteer-core' {
  import EventEmitter = require('events')
  export class Browser extends EventEmitter {
    newPage(): Promise<Page>
    pages(): Promise<Page[]>
    createBrowserContext(options?: any): Promise<any>
    close(): Promise<void>
    disconnect(): Promise<void>
  }
  export class Frame extends EventEmitter {}
  export class Page extends EventEmitter {
    /** @effect http */
    goto(url: string, options?: any): Promise<any>
    setContent(html: string, options?: any): Promise<void>
    /** @effect cpu */
    pdf(options?: any): Promise<any>
    /** @effect cpu */
    createPDFStream(options?: any): Promise<any>
    /** @effect cpu */
    screenshot(options?: any): Promise<any>
    content(): Promise<string>
    evaluate(run: any, ...values: any[]): Promise<any>
    waitForSelector(selector: string, options?: any): Promise<any>
    waitForNetworkIdle(options?: any): Promise<void>
    setViewport(viewport: any): Promise<void>
    emulateMediaType(type?: string): Promise<void>
    close(options?: any): Promise<void>
  }
  interface PuppeteerNode {
    /** Starts a browser. @effect process */
    launch(options?: any): Promise<Browser>
    connect(options: any): Promise<Browser>
  }
  const puppeteer: PuppeteerNode
  export default puppeteer
  /** Starts a browser. @effect process */
  export function launch(options?: any): Promise<Browser>
  export function connect(options: any): Promise<Browser>
}
declare module 'puppeteer' {
  export * from 'puppeteer-core'
  export { default } from 'puppeteer-core'
}

declare module 'exceljs' {
  export interface Row {
    [member: string]: any
  }
  export interface Worksheet {
    [member: string]: any
    columns: any
    readonly rowCount: number
    addRow(data: any, style?: string): Row
    addRows(rows: any[], style?: string): Row[]
    getRow(index: number): Row
    getCell(row: any, column?: any): any
    /** @iterates this last */
    eachRow(options: any, run?: any): void
  }
  export interface Xlsx {
    /** @effect cpu sync @propagates 0 */
    readFile(path: string, options?: any): Promise<Workbook>
    /** @effect cpu sync @propagates 0 */
    read(stream: any, options?: any): Promise<Workbook>
    /** @effect cpu sync @propagates 0 */
    load(data: any, options?: any): Promise<Workbook>
    /** @effect cpu sync  @sheet write */
    writeBuffer(options?: any): Promise<any>
    /** @effect cpu sync  @sheet write */
    writeFile(path: string, options?: any): Promise<void>
    /** @effect cpu sync  @sheet write */
    write(stream: any, options?: any): Promise<void>
  }
  export interface Csv {
    /** @effect cpu sync @propagates 0 */
    readFile(path: string, options?: any): Promise<Worksheet>
    /** @effect cpu sync @propagates 0 */
    read(stream: any, options?: any): Promise<Worksheet>
    /** @effect cpu sync  @sheet write */
    writeBuffer(options?: any): Promise<any>
    /** @effect cpu sync  @sheet write */
    writeFile(path: string, options?: any): Promise<void>
    /** @effect cpu sync  @sheet write */
    write(stream: any, options?: any): Promise<void>
  }
  export class Workbook {
    creator: string
    created: Date
    worksheets: Worksheet[]
    readonly xlsx: Xlsx
    readonly csv: Csv
    addWorksheet(name?: string, options?: any): Worksheet
    getWorksheet(name?: any): Worksheet
    /** @iterates this 0 */
    eachSheet(run: (sheet: Worksheet, id: number) => void): void
  }
  export namespace stream {
    const xlsx: any
  }
}

declare module 'xlsx' {
  export interface WorkBook {
    SheetNames: string[]
    Sheets: { [name: string]: WorkSheet }
  }
  export interface WorkSheet {
    [address: string]: any
  }
  /** @effect cpu sync @propagates 0 */
  export function readFile(path: string, options?: any): WorkBook
  /** @effect cpu sync @propagates 0 */
  export function read(data: any, options?: any): WorkBook
  /** @effect cpu sync  @sheet write */
  export function writeFile(book: WorkBook, path: string, options?: any): any
  /** @effect cpu sync  @sheet write */
  export function writeFileXLSX(book: WorkBook, path: string, options?: any): any
  /** @effect cpu sync  @sheet write */
  export function write(book: WorkBook, options: any): any
  /** @effect cpu sync  @sheet write */
  export function writeXLSX(book: WorkBook, options: any): any
  export const utils: {
    book_new(): WorkBook
    book_append_sheet(book: WorkBook, sheet: WorkSheet, name?: string, roll?: boolean): void
    /** @sheet rows 0 */
    aoa_to_sheet(rows: any[][], options?: any): WorkSheet
    /** @effect cpu sync  @sheet rows 0 */
    json_to_sheet(rows: any[], options?: any): WorkSheet
    /** @effect cpu sync @propagates 0 */
    sheet_to_json<T = any>(sheet: WorkSheet, options?: any): T[]
    /** @effect cpu sync @propagates 0 */
    sheet_to_csv(sheet: WorkSheet, options?: any): string
    sheet_to_html(sheet: WorkSheet, options?: any): string
    sheet_add_aoa(sheet: WorkSheet, rows: any[][], options?: any): WorkSheet
    sheet_add_json(sheet: WorkSheet, rows: any[], options?: any): WorkSheet
    encode_cell(cell: any): string
    decode_range(range: string): any
  }
  export const stream: any
}

declare module 'csv-parse' {
  import { Transform } from 'stream'
  export interface Options<T1 = any, T2 = any> {
    [option: string]: any
  }
  export class Parser extends Transform {}
  type Done = (error: Error, records: any, info?: any) => void
  /** A stream: records come one by one. */
  export function parse(options?: Options): Parser
  /** @effect cpu @propagates 0 */
  export function parse(input: any, options?: Options | Done, done?: Done): Parser
}
declare module 'csv-parse/sync' {
  /** @effect cpu sync @propagates 0 */
  export function parse(input: any, options?: any): any[]
}

declare module 'archiver' {
  import { Transform } from 'stream'
  export class Archiver extends Transform {
    abort(): this
    append(source: any, data?: any): this
    directory(path: string, destination: any, data?: any): this
    file(path: string, data?: any): this
    glob(pattern: string, options?: any, data?: any): this
    /** @effect cpu */
    finalize(): Promise<void>
    pointer(): number
  }
  export class ZipArchive extends Archiver {}
  export class TarArchive extends Archiver {}
  /** Until 7. */
  function archiver(format: string, options?: any): Archiver
  export default archiver
}

declare module 'adm-zip' {
  class AdmZip {
    /** @propagates 0 */
    constructor(source?: any, options?: any)
    /** @effect cpu sync @propagates this */
    readFile(entry: any, password?: any): Buffer
    /** @effect cpu sync @propagates this */
    readAsText(entry: any, encoding?: string): string
    /** @propagates this */
    getEntries(password?: string): AdmZip.IZipEntry[]
    /** @propagates this */
    getEntry(name: string): AdmZip.IZipEntry
    addFile(name: string, content: any, comment?: string, attributes?: any): any
    /** @effect file-read sync */
    addLocalFile(path: string, ...options: any[]): void
    /** @effect file-read sync */
    addLocalFolder(path: string, ...options: any[]): void
    /** @effect cpu sync */
    extractAllTo(path: string, ...options: any[]): void
    /** @effect cpu sync */
    extractEntryTo(entry: any, path: string, ...options: any[]): boolean
    /** @effect cpu */
    extractAllToAsync(path: string, ...options: any[]): Promise<void>
    /** @effect cpu sync */
    writeZip(path?: string, done?: any): void
    /** @effect cpu */
    writeZipPromise(path?: string, options?: any): Promise<any>
    /** @effect cpu sync @propagates this */
    toBuffer(): Buffer
    /** @effect cpu @propagates this */
    toBufferPromise(): Promise<Buffer>
  }
  namespace AdmZip {
    interface IZipEntry {
      entryName: string
      name: string
      isDirectory: boolean
      header: any
      /** @effect cpu sync @propagates this */
      getData(password?: any): Buffer
    }
  }
  export = AdmZip
}

declare module 'fluent-ffmpeg' {
  import EventEmitter = require('events')
  /** @propagates 0 */
  function ffmpeg(input?: any, options?: any): ffmpeg.FfmpegCommand
  namespace ffmpeg {
    class FfmpegCommand extends EventEmitter {
      constructor(input?: any, options?: any)
      /** @returns this */
      input(source: any): this
      /** @returns this */
      output(target: any, options?: any): this
      /** @returns this */
      format(format: string): this
      /** @returns this */
      size(size: string): this
      /** @returns this */
      duration(duration: any): this
      /** @returns this */
      videoCodec(codec: string): this
      /** @returns this */
      audioCodec(codec: string): this
      /** @returns this */
      outputOptions(...options: any[]): this
      /** @returns this */
      inputOptions(...options: any[]): this
      /** @returns this */
      on(event: string, listener: (...args: any[]) => void): this
      /** @effect cpu */
      save(path: string): this
      /** @effect cpu */
      saveToFile(path: string): this
      /** @effect cpu */
      run(): void
      /** @effect cpu */
      screenshots(options: any, folder?: string): this
      /** @effect cpu */
      mergeToFile(target: any, folder: string): this
      /** @effect cpu */
      ffprobe(...options: any[]): void
    }
    function setFfmpegPath(path: string): any
    function setFfprobePath(path: string): any
    /** @effect cpu */
    function ffprobe(file: string, ...options: any[]): void
  }
  export = ffmpeg
}
