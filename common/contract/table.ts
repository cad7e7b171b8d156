import type { Area, Caller } from './endpoint';
import { type Contract, contract } from './index';

/** How an endpoint's body travels where it is not JSON both ways. */
export type Carriage = 'upload' | 'download';

/** What a client needs to know at run time: `area -> endpoint -> [method, path, carriage]`, without any schema. */
export type EndpointTable = {
  [A in keyof Contract]: Record<keyof Contract[A] & string, readonly [string, string, Carriage?]>;
};

/**
 * The table of the whole contract, or of what some callers may call. The builds of the mini-program and the console put it in as a constant
 * (`__ENDPOINTS__`), so that neither the paths are written twice nor zod is shipped.
 */
export function endpointTable(isFor: (who: Caller) => boolean = () => true): EndpointTable {
  const areas = Object.entries(contract as Record<string, Area>).map(([area, endpoints]) => [
    area,
    Object.fromEntries(
      Object.entries(endpoints)
        .filter(([, { who }]) => who.some(isFor))
        .map(([name, e]) => {
          const carriage: Carriage | null = e.upload ? 'upload' : e.download ? 'download' : null;
          return [name, carriage ? [e.method, e.path, carriage] : [e.method, e.path]];
        }),
    ),
  ]);
  return Object.fromEntries(areas) as EndpointTable;
}

/** What the mini-program carries: authorities work in the console alone, and every phone would load their addresses. */
export const miniProgramTable = (): EndpointTable => endpointTable((who) => who !== 'authority');
