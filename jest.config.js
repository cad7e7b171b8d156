const alias = { '^@common/(.*)$': '<rootDir>/common/$1', '^@server/(.*)$': '<rootDir>/server/$1' };
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
  },
];
const node = (displayName, testMatch, more = {}) => ({
  displayName,
  testEnvironment: 'node',
  testMatch,
  moduleNameMapper: alias,
  transform: { '\\.tsx?$': swc },
  ...more,
});

module.exports = {
  // For a busy machine; no test asserts on time.
  testTimeout: 120_000,
  testSequencer: '<rootDir>/scripts/testSequencer.js',
  // Each file loads the whole server anew, and what it leaves is never all collected: a worker would grow to gigabytes.
  workerIdleMemoryLimit: '1500MB',
  projects: [
    node('common', ['<rootDir>/common/**/*.test.ts']),
    // Every server test file gets its own database and Redis number on the stores that globalSetup starts.
    node('server', ['<rootDir>/server/**/*.test.ts'], {
      globalSetup: '<rootDir>/server/testing/globalSetup.ts',
      globalTeardown: '<rootDir>/server/testing/globalTeardown.ts',
    }),
    {
      displayName: 'miniprogram',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/miniprogram/**/*.test.ts?(x)'],
      setupFiles: ['<rootDir>/miniprogram/testing/setup.ts'],
      moduleNameMapper: {
        ...alias,
        '^@/(.*)$': '<rootDir>/miniprogram/$1',
        '^@tarojs/taro$': '<rootDir>/miniprogram/testing/taro.ts',
        '^@tarojs/components$': '<rootDir>/miniprogram/testing/components.tsx',
        '\\.(css|scss|png|svg)$': '<rootDir>/miniprogram/testing/asset.js',
      },
      transform: { '\\.[jt]sx?$': 'babel-jest' },
      // noble is ES modules only.
      transformIgnorePatterns: ['/node_modules/(?!@noble/)'],
    },
    {
      displayName: 'console',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/console/**/*.test.ts?(x)'],
      setupFiles: ['<rootDir>/console/testing/setup.ts'],
      moduleNameMapper: { ...alias, '\\.css$': '<rootDir>/console/testing/style.js' },
      transform: { '\\.tsx?$': swc, '/@noble/.+\\.js$': swc },
      transformIgnorePatterns: ['/node_modules/(?!@noble/)'],
    },
    // Needs dist/weapp: scripts/test.ts builds it first.
    node('weapp', ['<rootDir>/e2e/weapp/**/*.test.ts']),
    node('e2e', ['<rootDir>/e2e/journeys/**/*.test.ts'], {
      globalSetup: '<rootDir>/server/testing/globalSetup.ts',
      globalTeardown: '<rootDir>/server/testing/globalTeardown.ts',
    }),
  ],
};
