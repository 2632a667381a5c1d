// Lays out a rule: its check, its page, and a first case. Usage: npm run new-rule <id>
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const id = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)) {
  console.error('Give the id of the rule in kebab-case, as in: npm run new-rule chatty-service')
  process.exit(2)
}
const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const folder = path.join(root, 'rules', id)
if (existsSync(folder)) {
  console.error(`rules/${id} exists already.`)
  process.exit(2)
}
mkdirSync(path.join(folder, 'cases'), { recursive: true })
writeFileSync(
  path.join(folder, 'rule.ts'),
  `import { defineRule } from '../../src/engine/rule.js'

export default defineRule({
  id: '${id}',
  severity: 'high',
  title: 'One sentence: what it finds.',
  category: 'sharp-edge',
  topic: 'architecture',
  check({ model, report }) {
    for (const operation of model.operations) {
      if (operation.kind !== 'query') continue
      report({
        at: { file: operation.unit.file, node: operation.node },
        message: \`\${operation.label}: what goes wrong in production\`,
        why: 'Why it matters, and what to do.',
      })
    }
  },
})
`,
)
writeFileSync(path.join(folder, 'README.md'), `# ${id}\n\nWhat it reports.\n\n## Why\n\n## Wrong\n\n\`\`\`ts\n\`\`\`\n\n## Right\n\n\`\`\`ts\n\`\`\`\n\n## Silent\n\n## Not detected\n`)
writeFileSync(
  path.join(folder, 'cases', 'first.ts'),
  `import { PrismaClient } from '@prisma/client'\n\nconst prisma = new PrismaClient()\n\nexport const all = () => prisma.order.findMany() // expect: ${id}\n`,
)
console.log(`rules/${id} is laid out. Next: write the cases, then the check, then npm run generate && npm test.`)
