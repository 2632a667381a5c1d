// Imports run one way: cli -> engine -> rules -> model -> libraries, workspace; report and fix know findings alone.
const layer = (name, from, ...forbidden) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: forbidden.map((folder) => `^${folder}`) },
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    layer('findings-know-nothing', '^src/findings', 'src/(?!findings)', 'rules'),
    layer('workspace-is-below', '^src/workspace', 'src/(?!workspace|findings)', 'rules'),
    layer('libraries-are-below', '^src/libraries', 'src/(?!libraries|findings|package-root)', 'rules'),
    layer('sql-is-below', '^src/sql', 'src/(?!sql)', 'rules'),
    layer('model-is-below-rules', '^src/model', 'src/(cli|config|engine|fix|hosts|report)', 'rules'),
    layer('reports-know-findings', '^src/(report|fix)', 'src/(?!report|fix|findings)', 'rules'),
    layer('engine-is-below-cli', '^src/engine', 'src/(cli|hosts|report|fix)'),
    layer('config-is-below-engine', '^src/config', 'src/(?!config|findings|package-root)', 'rules'),
    layer('rules-speak-the-domain', '^rules/', 'src/(?!engine/rule|model|findings|workspace|secrets|libraries/paths)'),
    { name: 'rules-stand-alone', severity: 'error', from: { path: '^rules/([^/]+)/' }, to: { path: '^rules/', pathNot: '^rules/$1/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'rules/[^/]+/cases|src/libraries/models' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
}
