import { defineConfig } from 'vite'

/** The command line as one file that plain Node runs, with all it needs inside; what reads PDF stands beside it. */
export default defineConfig({
  ssr: { noExternal: true },
  build: {
    ssr: 'src/cli/lectern.ts',
    outDir: 'out/cli',
    target: 'node20',
    minify: false,
    rollupOptions: { output: { entryFileNames: 'lectern.js', chunkFileNames: '[name].js' } },
  },
})
