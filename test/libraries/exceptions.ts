/**
 * What models may say although the packages installed for comparison do not.
 */
export interface Exception {
  /** Matched against a claim's label: module, space, path. */
  readonly label: RegExp
  readonly reason: string
}

export const EXCEPTIONS: readonly Exception[] = [
  { label: /^node:sqlite(?: |$)/, reason: 'Since Node 22; the types for Node 20 do not have it.' },
  { label: /^(?:node:)?crypto (?:Cipheriv|Decipheriv)(?:\.\w+)?$/, reason: 'Node has these classes; the types for Node 20 know only those they extend.' },
  { label: /^mysql Pool\.releaseConnection$/, reason: 'mysql has it, its types do not.' },
  { label: /^@prisma\/client PrismaClient\.\$use$/, reason: 'Middleware, gone with Prisma 6.14.' },
  { label: /^typeorm FindConditions$/, reason: 'TypeORM 0.2; FindOptionsWhere since 0.3.' },
  { label: /^@mikro-orm\/core EntityRepository\.(?:flush|persist|remove|persistAndFlush|removeAndFlush)$/, reason: 'Until MikroORM 5.' },
  { label: /^mongoose (?:Model|Query|Document)\.(?:remove|count|update|findOneAndRemove|findByIdAndRemove)$/, reason: 'Until mongoose 6 or 7.' },
  { label: /^mongoose QueryFilter$/, reason: 'From mongoose 9.' },
  { label: /^mongodb Collection\.(?:update|insert|remove)$/, reason: 'Until mongodb 4.' },
  { label: /^stripe default\.Stripe$/, reason: 'The class is exported by name too; the types of the default export do not have it as a member.' },
  { label: /^firebase-admin\/messaging Messaging\.send(?:Multicast|All|ToDevice|ToTopic)$/, reason: 'Until firebase-admin 12.' },
  { label: /^axios AxiosStatic\.default$/, reason: "The function holds itself under that name, for `require('axios').default`; its types leave that out." },
  { label: /^zod ZodString\.ip$/, reason: 'zod 3; zod 4 has ipv4 and ipv6.' },
  { label: /^express-serve-static-core Request\.param$/, reason: 'Express 4 has it; 5 is installed.' },
  { label: /^redis RedisClientType\.[a-z]+$/, reason: 'redis 3 has commands in lower case, with a callback; a later one is installed.' },
  { label: /^slonik SqlTag\(\)$/, reason: 'Before slonik 33 `sql` itself was the tag.' },
  { label: /^next-safe-action ActionOptions\.\w+$/, reason: 'What an action is given has a type without a name.' },
  { label: /^slonik Template\(\)$/, reason: '`sql.type(parser)` gives a tag whose type has no name.' },
  { label: /^zod\/v3 (?:int|uuid|email|url|stringbool|looseObject)$/, reason: 'zod/v3 is described by the same declarations as zod 4, which has more factories.' },
  { label: /^koa (?:Request\.(?:body|rawBody|files)|ExtendableContext\.params)$/, reason: 'Added by body parsers and routers.' },
  { label: /^pg-boss PgBoss$/, reason: 'A named export since pg-boss 12; the default before.' },
  { label: /^knex (?:Transaction|Raw|Config)$/, reason: 'Until knex 0.95 its types stood beside the function.' },
  { label: /^redlock (?:default\.using|Lock\.release)$/, reason: 'Since redlock 5, which has no types that resolve; those of 4 are installed.' },
  { label: /^lru-cache LRUCache\.(?:del|reset)$/, reason: 'Until lru-cache 6.' },
  { label: /^cache-manager (?:caching|Cache\.(?:reset|store))$/, reason: 'Until cache-manager 5.' },
  { label: /^busboy FileStream(?:\.\w+)?$/, reason: 'What a listener of `file` is given; its type has no name of its own.' },
  { label: /^jose KeyLike$/, reason: 'Until jose 5.' },
  { label: /^jimp Jimp\.(?:quality|getBufferAsync|getBase64Async|writeAsync|MIME_PNG|MIME_JPEG|AUTO)$/, reason: 'Until jimp 0.22.' },
  { label: /^@koa\/router (?:Middleware|IMiddleware|IRouterContext|IParamMiddleware|IRouterParamContext(?:\.\w+)?)$/, reason: 'Until 13; koa-router is described by the same declarations.' },
  { label: /^@adonisjs\/core\/http (?:HttpContext\.auth|Request\.validateUsing)$/, reason: 'Added by the providers of @adonisjs/auth and VineJS when the application starts.' },
  { label: /^@sveltejs\/kit (?:Page|Layout)ServerLoad$/, reason: 'Generated beside each route, as `./$types`.' },
  { label: /^@strapi\/strapi(?: |$)/, reason: 'Gives on what @strapi/types has; its own dependencies are too many to install for comparison.' },
  { label: /^@apollo\/server\/express4(?: |$)/, reason: 'Until @apollo/server 5.' },
  { label: /^koa-router (?:Middleware|RouterMiddleware|Router)$/, reason: 'Described by the declarations of @koa/router, which has more names.' },
]
