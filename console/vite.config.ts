import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { endpointTable } from '../common/contract/table';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** In development `/screen/TICKET` is answered by the second entry, as the server does with the built one. */
const screenInDevelopment: Plugin = {
  name: 'jijiaotong-screen',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (request.url?.startsWith('/screen/')) {
        request.url = '/console/screen.html';
      }
      next();
    });
  },
};

export default defineConfig({
  root: at('.'),
  base: '/console/',
  plugins: [screenInDevelopment, react()],
  define: { __ENDPOINTS__: JSON.stringify(endpointTable()) },
  resolve: { alias: { '@common': at('../common') } },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    outDir: at('../dist/console'),
    emptyOutDir: true,
    target: ['chrome87', 'safari14'],
    // Ant Design's table is one chunk of the lists, never of the first load.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: { index: at('index.html'), screen: at('screen.html') },
      // React changes seldom, so both entries share it as a file of its own.
      output: {
        codeSplitting: { groups: [{ name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// }] },
      },
    },
  },
});
