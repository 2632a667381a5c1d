// Lays out a library model. Usage: npm run new-library <package>
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const name = process.argv[2] ?? ''
if (!/^(?:@[\w.-]+\/)?[\w.-]+$/.test(name)) {
  console.error('Give the name of an npm package, as in: npm run new-library @acme/db')
  process.exit(2)
}
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const file = path.join(root, 'src', 'libraries', 'models', `${name.replace('@', '').replace('/', '-')}.d.ts`)
if (existsSync(file)) {
  console.error(`${path.relative(root, file)} exists already.`)
  process.exit(2)
}
writeFileSync(
  file,
  `/* What ${name} is, in one line. The tags are documented in src/libraries/tags.ts. */

declare module '${name}' {
  /** @connection */
  export class Client {
    /** @query read many  @table 0 */
    find(table: string, options?: any): Promise<any[]>
  }
}
`,
)
console.log(`${path.relative(root, file)} is laid out. Next: name real classes and members only, add the package to test/types/package.json, and run npm test.`)
