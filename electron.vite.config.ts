import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'

/** Routes are deep paths, so the page's own files need addresses from the root; electron-vite would make them relative. */
const absoluteAddresses: Plugin = {
  name: 'lectern:absolute-addresses',
  config: { order: 'post', handler: () => ({ base: '/' }) },
}

/** The fonts of the first screen load beside the scripts, not after the first layout has asked for them. */
const preloadFonts: Plugin = {
  name: 'lectern:preload-fonts',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /(?:(?:inter|source-serif-4)-latin-wght-normal|symbols)-.*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '' },
          injectTo: 'head-prepend' as const,
        })),
  },
}

/** What pdf.js reads by name while it shows a file: character maps, the standard fonts, a decoder of JPEG 2000. */
const pdfData: readonly (readonly [folder: string, kept: RegExp])[] = [
  ['cmaps', /\.bcmap$/],
  ['web/images', /^annotation-\w+\.svg$/], // of notes on a page
  ['standard_fonts', /\.(?:pfb|ttf)$/],
  ['wasm', /_nowasm_fallback\.js$/], // our CSP runs no WebAssembly
]

/** Puts the data of pdf.js beside the scripts, at `/assets/pdfjs/…`. */
const servePdfData: Plugin = {
  name: 'lectern:pdf-data',
  generateBundle() {
    for (const [folder, kept] of pdfData) {
      const from = resolve('node_modules/pdfjs-dist', folder)
      for (const name of readdirSync(from).filter((one) => kept.test(one)))
        this.emitFile({
          type: 'asset',
          fileName: `assets/pdfjs/${folder}/${name}`,
          source: readFileSync(join(from, name)),
        })
    }
  },
  configureServer(server) {
    server.middlewares.use('/assets/pdfjs', (request, response, next) => {
      const [, folder = '', name = ''] = /^\/(.*)\/([^/]*)$/.exec(request.url ?? '') ?? []
      const isKept = pdfData.some(([one, kept]) => one === folder && kept.test(name))
      if (isKept) response.end(readFileSync(resolve('node_modules/pdfjs-dist', folder, name)))
      else next()
    })
  },
}

/*
 * Three builds, one per process. All dependencies are bundled, so the packaged app holds `out/` and no `node_modules`.
 * The preload is CommonJS in one file: a sandboxed preload can load neither modules nor packages.
 */
export default defineConfig({
  main: {
    // citation-js could fetch; nothing in Lectern may, so what it would fetch with is left out.
    resolve: {
      alias: {
        'sync-fetch': resolve('src/main/references/no-network.ts'),
        'node-fetch': resolve('src/main/references/no-network.ts'),
      },
    },
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rollupOptions: { input: { index: resolve('src/main/index.ts') }, external: ['electron'] },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
        external: ['electron'],
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [vue(), absoluteAddresses, preloadFonts, servePdfData],
    define: {
      __VUE_OPTIONS_API__: false,
      __VUE_PROD_DEVTOOLS__: false,
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
      __VUE_I18N_LEGACY_API__: false,
      __VUE_I18N_FULL_INSTALL__: true,
      __INTLIFY_PROD_DEVTOOLS__: false,
    },
    // The window's own address has no port, so hot reload is told where its socket is.
    server: {
      host: 'localhost',
      port: 5173,
      strictPort: true,
      hmr: { protocol: 'ws', host: 'localhost', clientPort: 5173 },
    },
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      minify: true, // less to parse at the start
      assetsInlineLimit: 0, // our CSP allows no data: addresses
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: resolve('src/renderer/index.html'),
        // What every start needs is one file: main answers each request of the window, and each costs more than its bytes.
        output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
      },
    },
  },
})
