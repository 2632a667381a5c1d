/* SvelteKit and Remix: functions beside pages that load what they show and take what they send. */

declare module '@sveltejs/kit' {
  /** @transport context */
  export interface RequestEvent<P = any, R = any> {
    request: Request
    url: {
      /** @source query flat */
      searchParams: URLSearchParams
      pathname: string
      [member: string]: any
    }
    /** @source params */
    params: any
    /** @source cookies */
    cookies: any
    locals: any
    fetch: typeof fetch
    getClientAddress(): string
    setHeaders(headers: any): void
    route: any
    platform: any
  }
  export type RequestHandler<P = any, R = any> = (event: RequestEvent) => any
  export type ServerLoad<P = any> = (event: RequestEvent) => any
  export type PageServerLoad<P = any> = (event: RequestEvent) => any
  export type LayoutServerLoad<P = any> = (event: RequestEvent) => any
  export type Actions<P = any> = Record<string, (event: RequestEvent) => any>
  export type Action<P = any> = (event: RequestEvent) => any
  export type Handle = (input: { event: RequestEvent; resolve: any }) => any
  export function json(data: any, init?: any): any
  export function text(body: string, init?: any): any
  export function fail(status: number, data?: any): any
  export function error(status: number, body?: any): never
  export function redirect(status: number, location: any): never
}

declare module '@remix-run/node' {
  /** @transport context */
  export interface LoaderFunctionArgs {
    request: Request
    /** @source params */
    params: any
    context: any
  }
  /** @transport context */
  export interface ActionFunctionArgs {
    request: Request
    /** @source params */
    params: any
    context: any
  }
  export type LoaderFunction = (args: LoaderFunctionArgs) => any
  export type ActionFunction = (args: ActionFunctionArgs) => any
  export function json<T>(data: T, init?: any): any
  export function redirect(url: string, init?: any): any
  export function defer(data: any, init?: any): any
  export function createCookieSessionStorage(options?: any): any
}
