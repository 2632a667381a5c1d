import type { RequestHandler } from 'express'

/** Made when the application is built, and loaded when it starts. */
export declare function loadBuild(): Promise<{ serve: RequestHandler; entry: { module: { accountRateLimiter: RequestHandler } } }>
