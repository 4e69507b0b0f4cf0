import { defineConfig } from 'vite'

/** The fuzzer as plain Node runs it: the part that watches, and the thread that is watched. */
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: '.cache/fuzz',
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: { run: 'fuzz/run.ts', worker: 'fuzz/worker.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
})
