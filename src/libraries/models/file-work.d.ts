/* Packages that work through whole files: texts of documents, archives, scans for text and viruses, rows of tables. */

declare module 'pdf-parse' {
  /** @effect cpu @propagates 0 */
  function parse(data: any, options?: any): Promise<any>
  export = parse
}

declare module 'mammoth' {
  /** @effect cpu @propagates 0.buffer|0.path|0 */
  export function extractRawText(input: any): Promise<any>
  /** @effect cpu @propagates 0.buffer|0.path|0 */
  export function convertToHtml(input: any, options?: any): Promise<any>
}

declare module 'jszip' {
  class JSZip {
    constructor()
    /** @effect cpu @propagates 0 */
    static loadAsync(data: any, options?: any): Promise<JSZip>
    /** @effect cpu @propagates 0 */
    loadAsync(data: any, options?: any): Promise<JSZip>
    file(path: string, data?: any, options?: any): any
    folder(name: string): any
    forEach(run: (path: string, file: any) => void): void
    files: any
    /** @effect cpu */
    generateAsync(options: any, onUpdate?: any): Promise<any>
    generateNodeStream(options?: any, onUpdate?: any): any
  }
  export = JSZip
}

declare module 'unzipper' {
  export interface CentralDirectory {
    files: any[]
    /** @effect cpu */
    extract(options: any): Promise<void>
  }
  export const Open: {
    /** @effect cpu */
    buffer(data: Buffer): Promise<CentralDirectory>
    /** @effect cpu */
    file(path: string): Promise<CentralDirectory>
  }
  /** @effect cpu */
  export function Extract(options?: any): any
  /** @effect cpu */
  export function Parse(options?: any): any
}

declare module 'tesseract.js' {
  export interface Worker {
    /** @effect cpu @propagates 0 */
    recognize(image: any, options?: any, output?: any, jobId?: string): Promise<any>
    /** @effect cpu @propagates 0 */
    detect(image: any, jobId?: string): Promise<any>
    setParameters(parameters: any, jobId?: string): Promise<any>
    terminate(jobId?: string): Promise<any>
  }
  export function createWorker(languages?: any, engine?: any, options?: any, config?: any): Promise<Worker>
  /** @effect cpu @propagates 0 */
  export function recognize(image: any, languages?: any, options?: any): Promise<any>
}

declare module 'clamscan' {
  class NodeClam {
    constructor()
    init(options: any): Promise<NodeClam>
    /** @effect cpu @propagates 0 */
    isInfected(file: string): Promise<any>
    /** @effect cpu @propagates 0 */
    scanFile(file: string): Promise<any>
    /** @effect cpu @propagates 0 */
    scanFiles(files: any): Promise<any>
    /** @effect cpu @propagates 0 */
    scanDir(folder: string): Promise<any>
    /** @effect cpu @propagates 0 */
    scanStream(stream: any): Promise<any>
  }
  export = NodeClam
}

declare module 'csv-parser' {
  /** @effect cpu */
  function csv(options?: any): any
  export = csv
}

declare module 'fast-csv' {
  /** @effect cpu */
  export function parse(options?: any): any
  /** @effect cpu @propagates 0 */
  export function parseFile(path: string, options?: any): any
  /** @effect cpu @propagates 0 */
  export function parseStream(stream: any, options?: any): any
  /** @effect cpu @propagates 0 */
  export function parseString(text: string, options?: any): any
}

declare module 'fs-extra' {
  export * from 'fs'
  /** @effect file-read sync @async readJson */
  export function readJsonSync(path: string, options?: any): any
  /** @effect file-read sync @async readJson */
  export function readJSONSync(path: string, options?: any): any
  /** @effect file-write sync @async writeJson */
  export function writeJsonSync(path: string, data: any, options?: any): void
  /** @effect file-write sync @async outputFile */
  export function outputFileSync(path: string, data: any, options?: any): void
  /** @effect file-write sync @async outputJson */
  export function outputJsonSync(path: string, data: any, options?: any): void
  /** @effect file-write sync @async copy */
  export function copySync(from: string, to: string, options?: any): void
  /** @effect file-write sync @async move */
  export function moveSync(from: string, to: string, options?: any): void
  /** @effect file-write sync @async remove */
  export function removeSync(path: string): void
  /** @effect file-write sync @async emptyDir */
  export function emptyDirSync(path: string): void
  /** @effect file-write sync @async ensureDir @brief */
  export function ensureDirSync(path: string, options?: any): void
  /** @effect file-read sync @async pathExists @brief */
  export function pathExistsSync(path: string): boolean
  /** @effect file-read */
  export function readJson(path: string, options?: any): Promise<any>
  /** @effect file-write */
  export function writeJson(path: string, data: any, options?: any): Promise<void>
  /** @effect file-write */
  export function outputFile(path: string, data: any, options?: any): Promise<void>
  /** @effect file-write */
  export function outputJson(path: string, data: any, options?: any): Promise<void>
  /** @effect file-write */
  export function copy(from: string, to: string, options?: any): Promise<void>
  /** @effect file-write */
  export function move(from: string, to: string, options?: any): Promise<void>
  /** @effect file-write */
  export function remove(path: string): Promise<void>
  /** @effect file-write */
  export function emptyDir(path: string): Promise<void>
  export function ensureDir(path: string, options?: any): Promise<void>
  export function pathExists(path: string): Promise<boolean>
  /** @effect file-read */
  export function readFile(path: any, options?: any): Promise<any>
  /** @effect file-write */
  export function writeFile(path: any, data: any, options?: any): Promise<void>
  /** @effect file-write */
  export function unlink(path: any): Promise<void>
}
