import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // By default one processor is left to the main process, which only waits; of two that is half.
    maxWorkers: '100%',
    testTimeout: 240_000,
    hookTimeout: 300_000,
  },
})
