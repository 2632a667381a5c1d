/* tsoa: controllers whose routes are generated from decorators, with parameters checked by their types. */

declare module 'tsoa' {
  /** @controller path=0 */
  export function Route(path?: string): any
  /** @entry route GET path=0 */
  export function Get(path?: any): any
  /** @entry route POST path=0 */
  export function Post(path?: any): any
  /** @entry route PUT path=0 */
  export function Put(path?: any): any
  /** @entry route PATCH path=0 */
  export function Patch(path?: any): any
  /** @entry route DELETE path=0 */
  export function Delete(path?: any): any
  /** @entry route HEAD path=0 */
  export function Head(path?: any): any
  /** @source body @guard validate typed */
  export function Body(): any
  /** @source body @guard validate typed */
  export function BodyProp(name?: string): any
  /** @source query @guard validate typed */
  export function Query(name?: string): any
  /** @source query @guard validate typed */
  export function Queries(): any
  /** @source params */
  export function Path(name?: string): any
  /** @source headers */
  export function Header(name?: string): any
  /** @source form */
  export function FormField(name?: string): any
  /** @source file @upload */
  export function UploadedFile(name?: string): any
  /** @source file @upload */
  export function UploadedFiles(name?: string): any
  export function Request(): any
  export function Inject(): any
  /** @guard auth */
  export function Security(name: any, scopes?: string[]): any
  /** @guard auth off */
  export function NoSecurity(): any
  /** @guard transform handler=0+ */
  export function Middlewares(...middleware: any[]): any
  export function Tags(...values: string[]): any
  export function SuccessResponse(name: any, description?: string, produces?: any): any
  export function Response(name: any, description?: string, example?: any, produces?: any): any
  export function Example(example: any, label?: string): any
  export function Hidden(): any
  export function OperationId(value: string): any
  export class Controller {
    setStatus(statusCode: number): void
    getStatus(): number
    setHeader(name: any, value?: any): void
    getHeader(name: any): any
  }
  /** @http-error */
  export class ValidateError extends Error {
    constructor(fields: any, message: string)
    fields: any
    status: number
  }
}
