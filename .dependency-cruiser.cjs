/** The arrows of docs/architecture.md, enforced. */
const TESTS = '\\.test\\.tsx?$|^server/testing/|^miniprogram/testing/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'common-stands-alone',
      comment:
        'common/ runs in the server, the mini-program, the console and the tests: it imports nothing of theirs.',
      severity: 'error',
      from: { path: '^common/', pathNot: TESTS },
      to: { path: '^(server|miniprogram|console|e2e|bench|scripts)/' },
    },
    {
      name: 'rules-are-pure',
      comment: 'A rule needs no package: it runs inside the mini-program too.',
      severity: 'error',
      from: { path: '^common/(rules/|terms|theme)', pathNot: TESTS },
      to: { pathNot: '^common/' },
    },
    {
      name: 'front-ends-use-common-only',
      comment: 'The mini-program and the console reach the server by the contract, over the network.',
      severity: 'error',
      from: { path: '^(miniprogram|console)/' },
      to: { path: '^(server|e2e|bench|scripts)/' },
    },
    {
      name: 'front-ends-stay-apart',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: '^console/' },
    },
    {
      name: 'console-without-miniprogram',
      severity: 'error',
      from: { path: '^console/' },
      to: { path: '^miniprogram/' },
    },
    {
      name: 'miniprogram-without-zod',
      comment: 'The main package has 2 MB: it imports types from the contract, and the client.',
      severity: 'error',
      from: { path: '^miniprogram/', pathNot: TESTS },
      to: {
        path: '^(node_modules/zod|common/contract/)',
        pathNot: '^common/contract/(client|errors)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'server-without-front-ends',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(miniprogram|console)/' },
    },
    {
      name: 'models-are-private',
      comment: "An area uses another through its service, never its model; a model's types may be named.",
      severity: 'error',
      from: { path: '^server/areas/([^/]+)/', pathNot: TESTS },
      to: {
        path: '^server/areas/[^/]+/model\\.ts$',
        pathNot: '^server/areas/$1/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'routes-do-not-touch-models',
      comment: 'routes -> service -> model.',
      severity: 'error',
      from: { path: '^server/areas/[^/]+/routes\\.ts$' },
      to: { path: '/model\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'platform-knows-no-area',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: TESTS },
      to: { path: '^server/(areas|embedded|simulator|demo|app|server|main)' },
    },
    {
      name: 'production-without-stand-ins',
      comment: 'The simulator, the embedded stores and the demo are never part of what runs in production.',
      severity: 'error',
      from: { path: '^server/(areas|http|platform|app|server|main)', pathNot: TESTS },
      to: { path: '^server/(simulator|embedded|demo|testing)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Types may point both ways; code may not.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'] },
  },
};
