/*
 * Files and paths of Node.js. Each module is declared under its bare name; its `node:` name leads there.
 */

declare module 'fs' {
  import * as promises from 'fs/promises'
  import { Readable, Writable } from 'stream'
  import EventEmitter = require('events')
  export { promises }
  export type PathLike = string | Buffer | URL
  export type PathOrFileDescriptor = PathLike | number
  export type Mode = number | string
  export type NoParamCallback = (err: NodeJS.ErrnoException) => void
  type Done<T> = (err: NodeJS.ErrnoException, result: T) => void
  export interface StatsBase<T> {
    isFile(): boolean
    isDirectory(): boolean
    isBlockDevice(): boolean
    isCharacterDevice(): boolean
    isSymbolicLink(): boolean
    isFIFO(): boolean
    isSocket(): boolean
    dev: T
    ino: T
    mode: T
    nlink: T
    uid: T
    gid: T
    size: T
    blksize: T
    blocks: T
    atimeMs: T
    mtimeMs: T
    ctimeMs: T
    birthtimeMs: T
    atime: Date
    mtime: Date
    ctime: Date
    birthtime: Date
  }
  export interface Stats extends StatsBase<number> {}
  export class Stats {}
  export class Dirent<T1 = any> {
    isFile(): boolean
    isDirectory(): boolean
    isSymbolicLink(): boolean
    name: string
    parentPath: string
    path: string
  }
  export class Dir implements AsyncIterable<Dirent> {
    readonly path: string
    close(): Promise<void>
    closeSync(): void
    read(): Promise<Dirent>
    /** @effect file-read sync @brief */
    readSync(): Dirent
    [Symbol.asyncIterator](): AsyncIterableIterator<Dirent>
  }
  export interface FSWatcher extends EventEmitter {
    close(): void
    ref(): this
    unref(): this
  }
  export class ReadStream extends Readable {
    close(callback?: (err?: Error) => void): void
    bytesRead: number
    path: string | Buffer
    pending: boolean
  }
  export class WriteStream extends Writable {
    close(callback?: (err?: Error) => void): void
    bytesWritten: number
    path: string | Buffer
    pending: boolean
  }
  /** @effect file-read  @probes 0 */
  export function access(path: PathLike, callback: NoParamCallback): void
  /** @effect file-read  @probes 0 */
  export function access(path: PathLike, mode: number, callback: NoParamCallback): void
  /** @effect file-read sync @brief @async promises.access  @probes 0 */
  export function accessSync(path: PathLike, mode?: number): void
  /** @effect file-write */
  export function appendFile(path: PathOrFileDescriptor, data: any, callback: NoParamCallback): void
  /** @effect file-write */
  export function appendFile(path: PathOrFileDescriptor, data: any, options: any, callback: NoParamCallback): void
  /** @effect file-write sync @async promises.appendFile */
  export function appendFileSync(path: PathOrFileDescriptor, data: any, options?: any): void
  /** @effect file-write */
  export function chmod(path: PathLike, mode: Mode, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.chmod */
  export function chmodSync(path: PathLike, mode: Mode): void
  /** @effect file-write */
  export function chown(path: PathLike, uid: number, gid: number, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.chown */
  export function chownSync(path: PathLike, uid: number, gid: number): void
  export function close(fd: number, callback?: NoParamCallback): void
  export function closeSync(fd: number): void
  /** @effect file-write */
  export function copyFile(source: PathLike, destination: PathLike, callback: NoParamCallback): void
  /** @effect file-write */
  export function copyFile(source: PathLike, destination: PathLike, mode: number, callback: NoParamCallback): void
  /** @effect file-write sync @async promises.copyFile */
  export function copyFileSync(source: PathLike, destination: PathLike, mode?: number): void
  /** @effect file-write */
  export function cp(source: any, destination: any, callback: NoParamCallback): void
  /** @effect file-write */
  export function cp(source: any, destination: any, options: any, callback: NoParamCallback): void
  /** @effect file-write sync @async promises.cp */
  export function cpSync(source: any, destination: any, options?: any): void
  /** @effect file-read */
  export function createReadStream(path: PathLike, options?: any): ReadStream
  /** @effect file-write */
  export function createWriteStream(path: PathLike, options?: any): WriteStream
  /** @effect file-read  @probes 0 */
  export function exists(path: PathLike, callback: (exists: boolean) => void): void
  /** @effect file-read sync @brief  @probes 0 */
  export function existsSync(path: PathLike): boolean
  /** @effect file-read */
  export function fstat(fd: number, callback: Done<Stats>): void
  /** @effect file-read sync @brief */
  export function fstatSync(fd: number, options?: any): Stats
  /** @effect file-write sync */
  export function fsyncSync(fd: number): void
  /** @effect file-read  @probes 0 */
  export function lstat(path: PathLike, callback: Done<Stats>): void
  /** @effect file-read sync @brief @async promises.lstat  @probes 0 */
  export function lstatSync(path: PathLike, options?: any): Stats
  /** @effect file-write */
  export function link(existing: PathLike, path: PathLike, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.link */
  export function linkSync(existing: PathLike, path: PathLike): void
  /** @effect file-write */
  export function mkdir(path: PathLike, callback: NoParamCallback): void
  /** @effect file-write */
  export function mkdir(path: PathLike, options: any, callback: (err: NodeJS.ErrnoException, path?: string) => void): void
  /** @effect file-write sync @brief @async promises.mkdir */
  export function mkdirSync(path: PathLike, options?: any): string
  /** @effect file-write */
  export function mkdtemp(prefix: string, callback: Done<string>): void
  /** @effect file-write sync @brief @async promises.mkdtemp */
  export function mkdtempSync(prefix: string, options?: any): string
  /** @effect file-read */
  export function open(path: PathLike, callback: Done<number>): void
  /** @effect file-read */
  export function open(path: PathLike, flags: any, callback: Done<number>): void
  /** @effect file-read sync @brief @async promises.open */
  export function openSync(path: PathLike, flags: any, mode?: Mode): number
  /** @effect file-read */
  export function opendir(path: PathLike, options: any, callback: Done<Dir>): void
  /** @effect file-read sync @async promises.opendir */
  export function opendirSync(path: PathLike, options?: any): Dir
  /** @effect file-read */
  export function read(fd: number, buffer: any, offset: number, length: number, position: any, callback: Done<number>): void
  /** @effect file-read sync */
  export function readSync(fd: number, buffer: any, ...args: any[]): number
  /** @effect file-read */
  export function readFile(path: PathOrFileDescriptor, callback: Done<Buffer>): void
  /** @effect file-read */
  export function readFile(path: PathOrFileDescriptor, options: any, callback: Done<string>): void
  /** @effect file-read sync @async promises.readFile */
  export function readFileSync(path: PathOrFileDescriptor, options: string | { encoding: string; flag?: string }): string
  /** @effect file-read sync @async promises.readFile */
  export function readFileSync(path: PathOrFileDescriptor, options?: any): Buffer
  /** @effect file-read */
  export function readdir(path: PathLike, callback: Done<string[]>): void
  /** @effect file-read */
  export function readdir(path: PathLike, options: any, callback: Done<string[]>): void
  /** @effect file-read sync @async promises.readdir */
  export function readdirSync(path: PathLike, options: { withFileTypes: true; encoding?: any; recursive?: boolean }): Dirent[]
  /** @effect file-read sync @async promises.readdir */
  export function readdirSync(path: PathLike, options?: any): string[]
  /** @effect file-read */
  export function readlink(path: PathLike, callback: Done<string>): void
  /** @effect file-read sync @brief @async promises.readlink */
  export function readlinkSync(path: PathLike, options?: any): string
  /** @effect file-read */
  export function realpath(path: PathLike, callback: Done<string>): void
  /** @effect file-read sync @brief @async promises.realpath */
  export function realpathSync(path: PathLike, options?: any): string
  /** @effect file-write */
  export function rename(path: PathLike, to: PathLike, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.rename */
  export function renameSync(path: PathLike, to: PathLike): void
  /** @effect file-write */
  export function rm(path: PathLike, callback: NoParamCallback): void
  /** @effect file-write */
  export function rm(path: PathLike, options: any, callback: NoParamCallback): void
  /** @effect file-write sync @async promises.rm @brief */
  export function rmSync(path: PathLike, options?: any): void
  /** @effect file-write */
  export function rmdir(path: PathLike, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.rmdir */
  export function rmdirSync(path: PathLike, options?: any): void
  /** @effect file-read  @probes 0 */
  export function stat(path: PathLike, callback: Done<Stats>): void
  /** @effect file-read sync @brief @async promises.stat  @probes 0 */
  export function statSync(path: PathLike, options?: any): Stats
  /** @effect file-write */
  export function symlink(target: PathLike, path: PathLike, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.symlink */
  export function symlinkSync(target: PathLike, path: PathLike, type?: any): void
  /** @effect file-write */
  export function truncate(path: PathLike, length: number, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.truncate */
  export function truncateSync(path: PathLike, length?: number): void
  /** @effect file-write */
  export function unlink(path: PathLike, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.unlink */
  export function unlinkSync(path: PathLike): void
  /** @effect file-write */
  export function utimes(path: PathLike, atime: any, mtime: any, callback: NoParamCallback): void
  /** @effect file-write sync @brief @async promises.utimes */
  export function utimesSync(path: PathLike, atime: any, mtime: any): void
  /** @calls last deferred @drops last */
  export function watch(path: PathLike, options?: any, listener?: (event: string, name: string) => void): FSWatcher
  /** @calls last deferred @drops last */
  export function watchFile(path: PathLike, options: any, listener?: (current: Stats, previous: Stats) => void): any
  export function unwatchFile(path: PathLike, listener?: any): void
  /** @effect file-write */
  export function write(fd: number, data: any, ...args: any[]): void
  /** @effect file-write sync */
  export function writeSync(fd: number, data: any, ...args: any[]): number
  /** @effect file-write */
  export function writeFile(path: PathOrFileDescriptor, data: any, callback: NoParamCallback): void
  /** @effect file-write */
  export function writeFile(path: PathOrFileDescriptor, data: any, options: any, callback: NoParamCallback): void
  /** @effect file-write sync @async promises.writeFile */
  export function writeFileSync(path: PathOrFileDescriptor, data: any, options?: any): void
  export namespace constants {
    const F_OK: number
    const R_OK: number
    const W_OK: number
    const X_OK: number
    const COPYFILE_EXCL: number
    const O_RDONLY: number
    const O_WRONLY: number
    const O_CREAT: number
    const O_EXCL: number
  }
}
declare module 'fs/promises' {
  import { Stats, Dirent, Dir, PathLike, ReadStream, WriteStream, Mode } from 'fs'
  export interface FileHandle {
    readonly fd: number
    /** @effect file-write */
    appendFile(data: any, options?: any): Promise<void>
    /** @effect file-write */
    chmod(mode: Mode): Promise<void>
    createReadStream(options?: any): ReadStream
    createWriteStream(options?: any): WriteStream
    /** @effect file-write */
    datasync(): Promise<void>
    /** @effect file-write */
    sync(): Promise<void>
    /** @effect file-read */
    read(...args: any[]): Promise<{ bytesRead: number; buffer: any }>
    /** @effect file-read */
    readFile(options: string | { encoding: string }): Promise<string>
    /** @effect file-read */
    readFile(options?: any): Promise<Buffer>
    /** @stream */
    readLines(options?: any): any
    /** @effect file-read */
    stat(options?: any): Promise<Stats>
    /** @effect file-write */
    truncate(length?: number): Promise<void>
    /** @effect file-write */
    utimes(atime: any, mtime: any): Promise<void>
    /** @effect file-write */
    write(data: any, ...args: any[]): Promise<{ bytesWritten: number; buffer: any }>
    /** @effect file-write */
    writeFile(data: any, options?: any): Promise<void>
    close(): Promise<void>
    [Symbol.asyncDispose](): Promise<void>
  }
  /** @effect file-read  @probes 0 */
  export function access(path: PathLike, mode?: number): Promise<void>
  /** @effect file-write */
  export function appendFile(path: PathLike | FileHandle, data: any, options?: any): Promise<void>
  /** @effect file-write */
  export function chmod(path: PathLike, mode: Mode): Promise<void>
  /** @effect file-write */
  export function chown(path: PathLike, uid: number, gid: number): Promise<void>
  /** @effect file-write */
  export function copyFile(source: PathLike, destination: PathLike, mode?: number): Promise<void>
  /** @effect file-write */
  export function cp(source: any, destination: any, options?: any): Promise<void>
  /** @effect file-write */
  export function link(existing: PathLike, path: PathLike): Promise<void>
  /** @effect file-read  @probes 0 */
  export function lstat(path: PathLike, options?: any): Promise<Stats>
  /** @effect file-write */
  export function mkdir(path: PathLike, options?: any): Promise<string>
  /** @effect file-write */
  export function mkdtemp(prefix: string, options?: any): Promise<string>
  /** @effect file-read */
  export function open(path: PathLike, flags?: any, mode?: Mode): Promise<FileHandle>
  /** @effect file-read */
  export function opendir(path: PathLike, options?: any): Promise<Dir>
  /** @effect file-read */
  export function readFile(path: PathLike | FileHandle, options: string | { encoding: string; flag?: any }): Promise<string>
  /** @effect file-read */
  export function readFile(path: PathLike | FileHandle, options?: any): Promise<Buffer>
  /** @effect file-read */
  export function readdir(path: PathLike, options: { withFileTypes: true; encoding?: any; recursive?: boolean }): Promise<Dirent[]>
  /** @effect file-read */
  export function readdir(path: PathLike, options?: any): Promise<string[]>
  /** @effect file-read */
  export function readlink(path: PathLike, options?: any): Promise<string>
  /** @effect file-read */
  export function realpath(path: PathLike, options?: any): Promise<string>
  /** @effect file-write */
  export function rename(path: PathLike, to: PathLike): Promise<void>
  /** @effect file-write */
  export function rm(path: PathLike, options?: any): Promise<void>
  /** @effect file-write */
  export function rmdir(path: PathLike, options?: any): Promise<void>
  /** @effect file-read  @probes 0 */
  export function stat(path: PathLike, options?: any): Promise<Stats>
  /** @effect file-write */
  export function symlink(target: PathLike, path: PathLike, type?: string): Promise<void>
  /** @effect file-write */
  export function truncate(path: PathLike, length?: number): Promise<void>
  /** @effect file-write */
  export function unlink(path: PathLike): Promise<void>
  /** @effect file-write */
  export function utimes(path: PathLike, atime: any, mtime: any): Promise<void>
  /** @stream */
  export function watch(path: PathLike, options?: any): AsyncIterable<any>
  /** @effect file-write */
  export function writeFile(path: PathLike | FileHandle, data: any, options?: any): Promise<void>
  export const constants: typeof import('fs').constants
}
declare module 'path' {
  export interface ParsedPath {
    root: string
    dir: string
    base: string
    ext: string
    name: string
  }
  export interface PlatformPath {
    /** @propagates 0 */
    normalize(path: string): string
    /** @propagates 0+ */
    join(...paths: string[]): string
    /** @propagates 0+ */
    resolve(...paths: string[]): string
    isAbsolute(path: string): boolean
    /** @propagates 1 */
    relative(from: string, to: string): string
    /** @propagates 0 */
    dirname(path: string): string
    /** @propagates 0 */
    basename(path: string, suffix?: string): string
    /** @propagates 0 */
    extname(path: string): string
    readonly sep: '\\' | '/'
    readonly delimiter: ';' | ':'
    /** @propagates 0 */
    parse(path: string): ParsedPath
    /** @propagates 0 */
    format(path: Partial<ParsedPath>): string
    readonly posix: PlatformPath
    readonly win32: PlatformPath
  }
  /** @propagates 0 */
  export function normalize(path: string): string
  /** @propagates 0+ */
  export function join(...paths: string[]): string
  /** @propagates 0+ */
  export function resolve(...paths: string[]): string
  export function isAbsolute(path: string): boolean
  /** @propagates 1 */
  export function relative(from: string, to: string): string
  /** @propagates 0 */
  export function dirname(path: string): string
  /** @propagates 0 */
  export function basename(path: string, suffix?: string): string
  /** @propagates 0 */
  export function extname(path: string): string
  export const sep: '\\' | '/'
  export const delimiter: ';' | ':'
  /** @propagates 0 */
  export function parse(path: string): ParsedPath
  /** @propagates 0 */
  export function format(path: Partial<ParsedPath>): string
  export const posix: PlatformPath
  export const win32: PlatformPath
}

declare module 'node:fs' {
  export * from 'fs'
}
declare module 'node:fs/promises' {
  export * from 'fs/promises'
}
declare module 'node:path' {
  export * from 'path'
}
