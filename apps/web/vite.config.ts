import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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
    for (const file of readdirSync(folder).filter((name) => /\.(m?js|css)$/.test(name)))
      writeFileSync(path.join(folder, `${file}.br`), brotliCompressSync(readFileSync(path.join(folder, file))));
  },
});

/** What the reader of PDF asks for while it reads, only where a file needs it: tables of Chinese characters, fonts that every reader has. */
const besideTheReader = (): Plugin => ({
  name: 'beside-the-reader',
  apply: 'build',
  generateBundle() {
    const reader = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
    for (const folder of ['cmaps', 'standard_fonts'])
      for (const name of readdirSync(path.join(reader, folder)))
        this.emitFile({ type: 'asset', fileName: `pdf/${folder}/${name}`, source: readFileSync(path.join(reader, folder, name)) });
  },
});

/** The page names what its first script will ask for: it is on its way a round trip earlier. */
const namedInThePage = (): Plugin => ({
  name: 'named-in-the-page',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle }) => {
      const core = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.name === 'core');
      if (core?.type !== 'chunk') throw new Error('Expected a file with what every page needs, but there is none');
      const styles = [...(core.viteMetadata?.importedCss ?? [])];
      return [
        { tag: 'link', injectTo: 'head', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${core.fileName}` } },
        ...styles.map((file) => ({
          tag: 'link',
          injectTo: 'head' as const,
          attrs: { rel: 'stylesheet', crossorigin: true, href: `/${file}` },
        })),
      ];
    },
  },
});

/**
 * What every page needs is one file, what the first page of a signed-in person needs beside it another: each file more is a wait more on a
 * slow line. What is fetched when it is wanted lies in files of its own.
 */
const WANTED_LATER =
  /-(dialog|drawer|popover)\.|[\\/]inbox[\\/]bulk[\\/]|[\\/]kit[\\/](controls[\\/](confirm|controls|dropdown)|secret-box|step-icon)\./;
const FEW_FILES = [
  {
    name: 'begin',
    test: /preload-helper|rolldown[\\/]runtime|[\\/]api[\\/](ahead|address)\.|[\\/]i18n[\\/](remembered|texts-of)\.|[\\/]first-page\./,
    priority: 3,
  },
  {
    name: 'core',
    test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|i18next|react-i18next)[\\/]|[\\/]src[\\/]shared[\\/](api|state|effects|kit)[\\/](?!address-words|money|moment|waiting[\\/]paged-rows|upload|stream|refresh|press|sending|try-again|phone-top|phone-search|chip|side|saved-entry)|[\\/]src[\\/]app[\\/](start|app|router)\.|[\\/]i18n[\\/]use-language\.|lucide-react[\\/]dist[\\/]esm[\\/]([^\\/]+|icons[\\/]chevron-right\.\w+)$/,
    priority: 2,
  },
  {
    name: 'desk',
    test: /[\\/]src[\\/](app[\\/](frame|search)|features[\\/]inbox|shared[\\/](api|state))[\\/]|[\\/]shared[\\/]kit[\\/](phone-top|phone-search|chip|side|saved-entry|money|moment)\./,
    priority: 1,
  },
  { name: 'controls', test: /[\\/]antd[\\/]es[\\/](button|config-provider|dropdown|modal|tooltip)[\\/]/, priority: 1 },
].map((group) => ({ ...group, test: (id: string) => group.test.test(id) && !WANTED_LATER.test(id) }));

export default defineConfig({
  plugins: [react(), namedInThePage(), besideTheReader(), compressedOnce()],
  resolve: { alias: { '@countersign/domain': fileURLToPath(new URL('../../libs/domain/src/index.ts', import.meta.url)) } },
  server: { host: '127.0.0.1', proxy: { '/api': { target: api } } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    // Fonts stay files: an inlined font would be downloaded whether or not its glyphs are on the page.
    assetsInlineLimit: 0,
    // The domain's modules only declare: what a page does not use of them (the schemas of definitions above all) is not sent to it.
    rolldownOptions: {
      treeshake: { moduleSideEffects: (id) => !id.includes('/libs/domain/src/') },
      output: { codeSplitting: { groups: FEW_FILES } },
    },
  },
});
