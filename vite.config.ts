import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Every browser we meet reads woff2; the older copies beside it would double what is shipped. */
function onlyWoff2(): Plugin {
  return {
    name: 'only-woff2',
    enforce: 'pre',
    transform: (code, id) => (/@fontsource.*\.css$/.test(id) ? code.replace(/,\s*url\([^)]+\.woff\)\s*format\('woff'\)/g, '') : undefined),
  };
}

/** Lays `.br` and `.gz` beside what a browser asks for, so that the server does not pack it anew each time. */
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    writeBundle({ dir }) {
      for (const name of readdirSync(dir!, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|svg|html)$/.test(name)) continue;
        const path = join(dir!, name);
        const content = readFileSync(path);
        if (content.length < 1024) continue;
        writeFileSync(`${path}.br`, brotliCompressSync(content));
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}

const server = process.env['TANDEM_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: 'src/web',
  plugins: [react(), onlyWoff2(), packed()],
  // Nothing inline: the pages' content security policy takes files of this server alone.
  build: { outDir: '../../build/web', emptyOutDir: true, target: 'chrome87', cssTarget: 'chrome87', assetsInlineLimit: 0 },
  server: { proxy: { '/rpc': server, '/api': server } },
});
