/** `npm run bench -- NAME [--json] [options]`; without a name, check-in. Each benchmark runs when it is loaded. */
const BENCHMARKS: Record<string, () => Promise<unknown>> = {
  'check-in': () => import('./checkIn'),
  screens: () => import('./screens'),
  exam: () => import('./exam'),
  faults: () => import('./faults'),
  units: () => import('./unitSearch'),
  projects: () => import('./projectSearch'),
  analysis: () => import('./analysis'),
  credits: () => import('./credits'),
  export: () => import('./export'),
  messages: () => import('./messages'),
};

const [, , given = ''] = process.argv;
const chosen = given === '' || given.startsWith('--') ? 'check-in' : given;
const start = BENCHMARKS[chosen];
if (start) {
  start().catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
} else {
  console.error(`没有“${chosen}”，可选：${Object.keys(BENCHMARKS).join('、')}`);
  process.exit(1);
}
