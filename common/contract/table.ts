import type { Area } from './endpoint';
import { type Contract, contract } from './index';

/** How an endpoint's body travels where it is not JSON both ways. */
export type Carriage = 'upload' | 'download';

/** What a client needs to know at run time: `area -> endpoint -> [method, path, carriage]`, without any schema. */
export type EndpointTable = {
  [A in keyof Contract]: Record<keyof Contract[A] & string, readonly [string, string, Carriage?]>;
};

/**
 * The table of the whole contract. The builds of the mini-program and the console put it in as a constant
 * (`__ENDPOINTS__`), so that neither the paths are written twice nor zod is shipped.
 */
export function endpointTable(): EndpointTable {
  const areas = Object.entries(contract as Record<string, Area>).map(([area, endpoints]) => [
    area,
    Object.fromEntries(
      Object.entries(endpoints).map(([name, e]) => {
        const carriage: Carriage | null = e.upload ? 'upload' : e.download ? 'download' : null;
        return [name, carriage ? [e.method, e.path, carriage] : [e.method, e.path]];
      }),
    ),
  ]);
  return Object.fromEntries(areas) as EndpointTable;
}
