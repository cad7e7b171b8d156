// Scaffold while the areas are being written; to be deleted.
// biome-ignore lint/suspicious/noExplicitAny: scaffold
export const notYet = (have: object = {}): any =>
  new Proxy(have, {
    get: (target, name) =>
      Reflect.get(target, name) ?? (async () => Promise.reject(new Error(`not yet: ${String(name)}`))),
  });
