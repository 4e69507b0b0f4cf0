import { defineConfig } from '@playwright/test'

/** The real app, one per test with an empty profile; two at a time, as the machines we test on have two cores. */
export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  /** One set of pictures for every system: see `screens/visual-desk.ts` for how far another may be from it. */
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
})
