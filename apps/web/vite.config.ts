import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Where `vite dev` sends API calls; the built product is served by the API itself. */
const api = process.env.COUNTERSIGN_API ?? 'http://127.0.0.1:8080';

/** Beside every text of the product lies a small one, made once with patience: the API hands it to whoever understands it. */
const compressedOnce = (): Plugin => ({
  name: 'compressed-once',
  apply: 'build',
  writeBundle({ dir }) {
    const folder = path.join(dir ?? '', 'assets');
    for (const file of readdirSync(folder).filter((name) => /\.(js|css)$/.test(name)))
      writeFileSync(path.join(folder, `${file}.br`), brotliCompressSync(readFileSync(path.join(folder, file))));
  },
});

export default defineConfig({
  plugins: [react(), compressedOnce()],
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
