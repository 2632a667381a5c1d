/* NestJS: controllers, parameters, guards, modules, logging and the errors handlers throw. */

declare module '@nestjs/common' {
  import { Observable } from 'rxjs'

  export interface Type<T = any> {
    new (...args: any[]): T
  }
  export type DynamicModule = any
  export type Provider<T = any> = any
  export type ModuleMetadata = any
  export type ForwardReference<T1 = any> = any
  export type INestApplicationContext = any
  export interface OnModuleInit {
    /** @starts */
    onModuleInit(): any
  }
  export interface OnModuleDestroy {
    onModuleDestroy(): any
  }
  export interface OnApplicationBootstrap {
    /** @starts */
    onApplicationBootstrap(): any
  }
  export interface OnApplicationShutdown {
    onApplicationShutdown(signal?: string): any
  }
  export interface BeforeApplicationShutdown {
    beforeApplicationShutdown(signal?: string): any
  }
  export interface NestModule {
    configure(consumer: MiddlewareConsumer): any
  }
  /** @layer guard */
  export interface NestMiddleware<Req = any, Res = any> {
    use(req: Req, res: Res, next: (error?: any) => void): any
  }
  /** @layer guard */
  export interface CanActivate {
    canActivate(context: ExecutionContext): any
  }
  /** @layer guard */
  export interface NestInterceptor<T = any, R = any> {
    intercept(context: ExecutionContext, next: CallHandler<T>): any
  }
  /** @layer guard */
  export interface PipeTransform<T = any, R = any> {
    transform(value: T, metadata: ArgumentMetadata): any
  }
  /** @layer guard */
  export interface ExceptionFilter<T = any> {
    catch(exception: T, host: ArgumentsHost): any
  }
  export interface ArgumentMetadata {
    type: any
    metatype?: any
    data?: string
  }
  export interface CallHandler<T = any> {
    handle(): Observable<T>
  }
  export interface ArgumentsHost {
    getArgs<T = any>(): T
    getArgByIndex<T = any>(index: number): T
    switchToHttp(): { getRequest<T = any>(): T; getResponse<T = any>(): T; getNext<T = any>(): T }
    switchToRpc(): any
    switchToWs(): any
    getType<T = any>(): T
  }
  export interface ExecutionContext extends ArgumentsHost {
    getClass<T = any>(): any
    getHandler(): any
  }
  export interface MiddlewareConsumer {
    /** @middleware handler=0+ */
    apply(...middleware: any[]): MiddlewareConfigProxy
  }
  interface MiddlewareConfigProxy {
    /** @routes 0+ except */
    exclude(...routes: any[]): this
    /** @routes 0+ */
    forRoutes(...routes: any[]): MiddlewareConsumer
  }
  export interface INestApplication<Server = any> {
    /** @application handler=0+ */
    use(...args: any[]): this
    /** @application handler=0+ @guard auth handler=0+ */
    useGlobalGuards(...guards: any[]): this
    /** @application handler=0+ @guard validate handler=0+ */
    useGlobalPipes(...pipes: any[]): this
    /** @application handler=0+ @guard transform handler=0+ */
    useGlobalInterceptors(...interceptors: any[]): this
    /** @application handler=0+ @guard error handler=0+ */
    useGlobalFilters(...filters: any[]): this
    enableCors(options?: any): void
    /** @application version=0 */
    enableVersioning(options?: any): this
    /** @application prefix=0 */
    setGlobalPrefix(prefix: string, options?: any): this
    listen(port: any, ...args: any[]): Promise<any>
    init(): Promise<this>
    close(): Promise<void>
    get<T = any>(token: any, options?: any): any
    resolve<T = any>(token: any): Promise<any>
    getHttpAdapter(): any
    getHttpServer(): any
    connectMicroservice(options: any, hybrid?: any): any
    startAllMicroservices(): Promise<this>
    enableShutdownHooks(signals?: any): this
    useLogger(logger: any): void
    useWebSocketAdapter(adapter: any): this
  }

  /** @controller path=0.path|0 version=0.version */
  export function Controller(prefix?: any): ClassDecorator
  /** @entry route GET path=0 taken=first unless=@nestjs/platform-fastify */
  export function Get(path?: any): MethodDecorator
  /** @entry route POST path=0 taken=first unless=@nestjs/platform-fastify */
  export function Post(path?: any): MethodDecorator
  /** @entry route PUT path=0 taken=first unless=@nestjs/platform-fastify */
  export function Put(path?: any): MethodDecorator
  /** @entry route PATCH path=0 taken=first unless=@nestjs/platform-fastify */
  export function Patch(path?: any): MethodDecorator
  /** @entry route DELETE path=0 taken=first unless=@nestjs/platform-fastify */
  export function Delete(path?: any): MethodDecorator
  /** @entry route ALL path=0 taken=first unless=@nestjs/platform-fastify */
  export function All(path?: any): MethodDecorator
  /** @entry route HEAD path=0 taken=first unless=@nestjs/platform-fastify */
  export function Head(path?: any): MethodDecorator
  /** @entry route OPTIONS path=0 taken=first unless=@nestjs/platform-fastify */
  export function Options(path?: any): MethodDecorator
  /** @entry route SEARCH path=0 taken=first unless=@nestjs/platform-fastify */
  export function Search(path?: any): MethodDecorator
  /** @entry route GET path=0 taken=first unless=@nestjs/platform-fastify */
  export function Sse(path?: any): MethodDecorator

  /** @source body */
  export function Body(...args: any[]): ParameterDecorator
  /** @source query flat=@nestjs/platform-express@11 */
  export function Query(...args: any[]): ParameterDecorator
  /** @source params */
  export function Param(...args: any[]): ParameterDecorator
  /** @source headers */
  export function Headers(name?: string): ParameterDecorator
  /** @source file */
  export function UploadedFile(...args: any[]): ParameterDecorator
  /** @source file */
  export function UploadedFiles(...args: any[]): ParameterDecorator
  /** @source body */
  export function RawBody(...args: any[]): ParameterDecorator
  export function Req(): ParameterDecorator
  export function Request(): ParameterDecorator
  export function Res(options?: any): ParameterDecorator
  export function Response(options?: any): ParameterDecorator
  export function Next(): ParameterDecorator
  export function Session(): ParameterDecorator
  export function Ip(): ParameterDecorator
  /** @source headers */
  export function HostParam(name?: string): ParameterDecorator
  export function createParamDecorator<Data = any, Output = any>(factory: (data: any, context: ExecutionContext) => any): (...args: any[]) => ParameterDecorator

  /** @guard auth handler=0+ */
  export function UseGuards(...guards: any[]): any
  /** @guard transform handler=0+ */
  export function UseInterceptors(...interceptors: any[]): any
  /** @guard validate handler=0+ */
  export function UsePipes(...pipes: any[]): any
  /** @guard error handler=0+ */
  export function UseFilters(...filters: any[]): any
  /** @layer guard */
  export function Catch(...exceptions: any[]): ClassDecorator
  /** @composes 0+ */
  export function applyDecorators(...decorators: any[]): any
  export function SetMetadata(key: any, value: any): any
  export function HttpCode(status: number): MethodDecorator
  export function Header(name: string, value: any): MethodDecorator
  export function Redirect(url?: string, status?: number): MethodDecorator
  export function Render(template: string): MethodDecorator
  /** @controller version=0 */
  export function Version(version: any): MethodDecorator

  /** @injectable */
  export function Injectable(options?: any): ClassDecorator
  export function Inject(token?: any): any
  export function Optional(): any
  /** @module members=0.providers,0.controllers imports=0.imports */
  export function Module(metadata: any): ClassDecorator
  export function Global(): ClassDecorator
  /** @calls 0 */
  export function forwardRef(factory: () => any): any
  export function mixin<T>(type: T): T
  export const VERSION_NEUTRAL: any
  export const Scope: any
  export type Scope = any
  export const RequestMethod: any
  export type RequestMethod = any
  export const VersioningType: any
  export type VersioningType = any
  export const HttpStatus: any
  export type HttpStatus = any

  /** @guard validate */
  export class ValidationPipe implements PipeTransform {
    constructor(options?: any)
    /** @validates 0 throws */
    transform(value: any, metadata?: ArgumentMetadata): any
  }
  export class ParseIntPipe implements PipeTransform {
    constructor(options?: any)
    /** @coerces number */
    transform(value: any, metadata?: ArgumentMetadata): any
  }
  export class ParseFloatPipe implements PipeTransform {
    constructor(options?: any)
    /** @coerces number */
    transform(value: any, metadata?: ArgumentMetadata): any
  }
  export class ParseBoolPipe implements PipeTransform {
    constructor(options?: any)
    /** @coerces boolean */
    transform(value: any, metadata?: ArgumentMetadata): any
  }
  export class ParseUUIDPipe implements PipeTransform {
    constructor(options?: any)
    /** @coerces id */
    transform(value: any, metadata?: ArgumentMetadata): any
  }
  export class ParseDatePipe implements PipeTransform {
    constructor(options?: any)
    /** @coerces date */
    transform(value: any, metadata?: ArgumentMetadata): any
  }
  export class ParseEnumPipe<T1 = any> implements PipeTransform {
    constructor(type: any, options?: any)
    /** @validates 0 throws */
    transform(value: any, metadata?: ArgumentMetadata): any
  }
  export class ParseArrayPipe implements PipeTransform {
    constructor(options?: any)
    /** @coerces array */
    transform(value: any, metadata?: ArgumentMetadata): any
  }
  export class DefaultValuePipe<T1 = any, T2 = any> implements PipeTransform {
    constructor(value: any)
    /** @propagates 0 */
    transform(value: any, metadata?: ArgumentMetadata): any
  }
  export class ParseFilePipe implements PipeTransform {
    constructor(options?: any)
    /** @validates 0 throws */
    transform(value: any, metadata?: ArgumentMetadata): any
  }
  export class ParseFilePipeBuilder {
    addMaxSizeValidator(options: any): this
    addFileTypeValidator(options: any): this
    addValidator(validator: any): this
    build(options?: any): ParseFilePipe
  }
  export class MaxFileSizeValidator {
    constructor(options: any)
    isValid(file?: any): boolean
  }
  export class FileTypeValidator {
    constructor(options: any)
    isValid(file?: any): any
  }
  export class StreamableFile {
    constructor(content: any, options?: any)
    getStream(): any
  }
  export class ClassSerializerInterceptor {
    intercept(context: ExecutionContext, next: CallHandler): Observable<any>
  }
  export function SerializeOptions(options: any): any
  export class ConfigurableModuleBuilder<Options = any, T2 = any, T3 = any, T4 = any> {
    constructor(options?: any)
    setClassMethodName(name: string): this
    setFactoryMethodName(name: string): this
    setExtras(extras: any, transform?: any): this
    build(): any
  }

  export class Logger {
    constructor(context?: string, options?: any)
    /** @effect log info */
    log(message: any, ...rest: any[]): void
    /** @effect log error */
    error(message: any, ...rest: any[]): void
    /** @effect log warn */
    warn(message: any, ...rest: any[]): void
    /** @effect log debug */
    debug(message: any, ...rest: any[]): void
    /** @effect log debug */
    verbose(message: any, ...rest: any[]): void
    /** @effect log error */
    fatal(message: any, ...rest: any[]): void
    /** @effect log info */
    static log(message: any, ...rest: any[]): void
    /** @effect log error */
    static error(message: any, ...rest: any[]): void
    /** @effect log warn */
    static warn(message: any, ...rest: any[]): void
    /** @effect log debug */
    static debug(message: any, ...rest: any[]): void
    /** @effect log debug */
    static verbose(message: any, ...rest: any[]): void
    static overrideLogger(logger: any): void
  }
  export class ConsoleLogger extends Logger {}
  export interface LoggerService {
    log(message: any, ...rest: any[]): any
    error(message: any, ...rest: any[]): any
    warn(message: any, ...rest: any[]): any
  }

  /** @http-error */
  export class HttpException extends Error {
    constructor(response: any, status: number, options?: any)
    getStatus(): number
    getResponse(): any
  }
  export class BadRequestException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class UnauthorizedException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class ForbiddenException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class NotFoundException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class MethodNotAllowedException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class NotAcceptableException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class RequestTimeoutException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class ConflictException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class GoneException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class PreconditionFailedException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class PayloadTooLargeException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class UnsupportedMediaTypeException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class ImATeapotException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class MisdirectedException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class UnprocessableEntityException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class InternalServerErrorException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class NotImplementedException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class BadGatewayException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class ServiceUnavailableException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class GatewayTimeoutException extends HttpException {
    constructor(message?: any, options?: any)
  }
  export class HttpVersionNotSupportedException extends HttpException {
    constructor(message?: any, options?: any)
  }
}
