import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.{ts,mjs}', 'fuzz/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['scripts/property-seed.ts'],
    // Vitest leaves one core to itself, which is half of a small machine; it hardly uses it.
    maxWorkers: '100%',
    // Nothing here is timed. What does not end is ended; a busy machine may take its time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
