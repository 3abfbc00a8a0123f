import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type ESTree, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
const compressible = /\.(?:js|css|html|svg|json|webmanifest|txt)$/;

/** Writes a `.br` and a `.gz` next to every text asset, so that the server never compresses a static file at run time. */
function precompress(): Plugin {
  let outDir = '';
  return {
    name: 'precompress',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      outDir = path.resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      // After the service worker, whose file and list of files are written in the same step.
      order: 'post',
      sequential: true,
      async handler() {
        const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
        const files = entries
          .filter((entry) => entry.isFile() && compressible.test(entry.name))
          .map((entry) => path.join(entry.parentPath, entry.name));
        await Promise.all(files.map(compressFile));
      },
    },
  };
}

async function compressFile(file: string): Promise<void> {
  const content = await readFile(file);
  // Below this size the header costs more than the compression saves.
  if (content.length < 512) return;
  const [br, gz] = await Promise.all([
    brotli(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
    gzipped(content, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
}

/** What the device shows of the installed application, and the service worker with its list of files (client/sw.ts). */
function installable() {
  const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
    src: `/icons/${name}-${size}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const shortcut = (name: string, url: string) => ({ name, url, icons: [icon('icon', 192, 'any')] });
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: '.',
    filename: 'sw.ts',
    // The page registers it when it has nothing better to do (client/lib/kept/app-update.ts).
    injectRegister: false,
    manifest: {
      id: '/',
      name: 'Satgas 4+1',
      short_name: 'Satgas 4+1',
      description: 'Pelaporan dan pemantauan lima isu prioritas: isi laporan bulanan, juga tanpa jaringan.',
      lang: 'id',
      dir: 'ltr',
      start_url: '/',
      scope: '/',
      display: 'standalone',
      theme_color: '#ffffff',
      background_color: '#ffffff',
      categories: ['government', 'productivity'],
      icons: [
        ...[192, 512].flatMap((size) => [icon('icon', size, 'any'), icon('maskable', size, 'maskable')]),
        { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      ],
      shortcuts: [shortcut('Pelaporan', '/pelaporan'), shortcut('Ringkasan', '/')],
    },
    // The list below has them already.
    includeManifestIcons: false,
    injectManifest: {
      globPatterns: ['**/*.{js,css,html,svg,webmanifest,png,woff2}'],
      // Letters that are neither in Indonesian nor in English: another font stands in for them.
      globIgnores: ['**/arimo-latin-ext-*'],
      sourcemap: false,
    },
  });
}

/**
 * Marks the calls that build constants in `shared/` as pure, so that what the client does not use is left out: without
 * this, a table of roles brings a validator of 19 kB along. The modules there are pure by the project's rules.
 */
function dropUnusedShared(): Plugin {
  const folder = path.join(import.meta.dirname, 'shared');
  return {
    name: 'drop-unused-shared',
    apply: 'build',
    transform(code, id) {
      if (!id.startsWith(folder)) return;
      let marked = code;
      for (const position of constantCalls(this.parse(code)).sort((a, b) => b - a)) {
        marked = `${marked.slice(0, position)}/* @__PURE__ */ ${marked.slice(position)}`;
      }
      return { code: marked, map: null };
    },
  };
}

/** Where the calls begin that run while the module loads; those inside functions run later, or never. */
function constantCalls(program: ESTree.Program): number[] {
  const positions = new Set<number>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (Array.isArray(value) || typeof value !== 'object' || value === null) return;
    if ('type' in value && 'start' in value) {
      if (/Function|Class/.test(String(value.type))) return;
      // A chain such as z.string().min(1) begins where its first call begins: one mark covers it.
      if (/^(?:Call|New)Expression$/.test(String(value.type))) positions.add(Number(value.start));
    }
    Object.values(value).forEach(visit);
  };
  for (const statement of program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type === 'VariableDeclaration') visit(declaration);
  }
  return [...positions];
}

/** The libraries under every page; those that draw it (@mantine) are fetched by component. */
const vendor = [
  '@tanstack/query-core',
  '@tanstack/react-query',
  '@trpc/client',
  '@trpc/server',
  '@trpc/tanstack-react-query',
  'i18next',
  'react',
  'react-dom',
  'react-i18next',
  'react-router',
  'scheduler',
  'use-sync-external-store',
];

function inPackages(names: readonly string[]): RegExp {
  return new RegExp(`[\\\\/]node_modules[\\\\/](?:${names.join('|')})[\\\\/]`);
}

export default defineConfig({
  root: path.join(import.meta.dirname, 'client'),
  plugins: [react(), dropUnusedShared(), installable(), precompress()],
  // In development the pages also read shared/ and node_modules/, which lie beside client/.
  server: { fs: { allow: [import.meta.dirname] } },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    manifest: true,
    // The oldest browsers whose CSS and JavaScript the pages rely on (nesting, :has, top-level await).
    target: ['chrome111', 'edge111', 'firefox121', 'safari16.4'],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // Every page lists the files that it loads at once; their names would be 2 kB of what comes first.
        chunkFileNames: 'assets/[hash].js',
        assetFileNames: 'assets/[hash][extname]',
        codeSplitting: {
          groups: [
            // What every page needs, and what an update of the application leaves as it is: kept by the browser.
            { name: 'vendor', test: inPackages(vendor) },
            // One request for the first words in English.
            { name: 'en', test: /[\\/]client[\\/]i18n[\\/]en[\\/](?:common|errors|shell|ui)\.ts$/ },
          ],
        },
      },
    },
  },
});
