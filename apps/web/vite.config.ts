import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `vite dev` sends API calls; the built product is served by the API itself. */
const api = process.env.COUNTERSIGN_API ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@countersign/domain': fileURLToPath(new URL('../../libs/domain/src/index.ts', import.meta.url)) } },
  server: { host: '127.0.0.1', proxy: { '/api': { target: api } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    // Fonts stay files: an inlined font would be downloaded whether or not its glyphs are on the page.
    assetsInlineLimit: 0,
    // The domain's modules only declare: what a page does not use of them (the schemas of definitions above all) is not sent to it.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !id.includes('/libs/domain/src/') } },
  },
});
