import { type Contract, contract } from './index';

/** What a client needs to know at run time: `area -> endpoint -> [method, path]`, without any schema. */
export type EndpointTable = {
  [A in keyof Contract]: Record<keyof Contract[A] & string, readonly [string, string]>;
};

/**
 * The table of the whole contract. The builds of the mini-program and the console put it in as a constant
 * (`__ENDPOINTS__`), so that neither the paths are written twice nor zod is shipped.
 */
export function endpointTable(): EndpointTable {
  const areas = Object.entries(contract).map(([area, endpoints]) => [
    area,
    Object.fromEntries(Object.entries(endpoints).map(([name, e]) => [name, [e.method, e.path]])),
  ]);
  return Object.fromEntries(areas) as EndpointTable;
}
